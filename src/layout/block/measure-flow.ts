import type { FlowBox } from '../boxes/box.ts';
import { measureInlines } from '../inline/lay-out-inlines.ts';
import type { IntrinsicSizes, Pass } from '../pass.ts';
import { contributionOf } from '../sizing/width.ts';

/** A column of blocks is as wide as its widest; a paragraph as its text. */
export function measureFlow(pass: Pass, box: FlowBox): IntrinsicSizes {
  if (box.content.kind === 'inlines') return measureInlines(pass, box.content);
  let min = 0;
  let max = 0;
  for (const child of box.content.children) {
    if (child.kind === 'out-of-flow') continue;
    const contribution = contributionOf(pass, child);
    min = Math.max(min, contribution.min);
    max = Math.max(max, contribution.max);
  }
  return { min, max };
}
