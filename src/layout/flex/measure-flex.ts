import type { FlexBox } from '../boxes/box.ts';
import type { IntrinsicSizes, Pass } from '../pass.ts';
import { contributionOf } from '../sizing/width.ts';

/** A row is as wide as its items together, a column as its widest; a row that wraps can be as narrow as one item. */
export function measureFlex(pass: Pass, box: FlexBox): IntrinsicSizes {
  const { style } = box;
  const children = box.children.filter((child) => child.kind !== 'out-of-flow');
  const sizes = children.map((child) => contributionOf(pass, child));
  const gaps = style.columnGap.points * Math.max(0, sizes.length - 1);
  const widestMin = Math.max(0, ...sizes.map((size) => size.min));
  if (style.flexDirection.startsWith('column')) return { min: widestMin, max: Math.max(0, ...sizes.map((s) => s.max)) };
  const max = sizes.reduce((sum, size) => sum + size.max, gaps);
  return { min: style.flexWrap === 'wrap' ? widestMin : sizes.reduce((sum, size) => sum + size.min, gaps), max };
}
