import type { Box } from '../../base/index.ts';
import type { MarginBoxName, PageStyle } from '../../document/index.ts';
import type { MarginContent } from '../boxes/box.ts';
import type { Pass } from '../pass.ts';
import { contributionOf } from '../sizing/width.ts';

/** The strip above or below the page area that a margin box belongs to. */
export function stripOf(page: PageStyle, name: MarginBoxName): Box {
  const width = page.width - page.marginLeft - page.marginRight;
  return name.startsWith('top')
    ? { x: page.marginLeft, y: 0, width, height: page.marginTop }
    : { x: page.marginLeft, y: page.height - page.marginBottom, width, height: page.marginBottom };
}

/** Where one margin box lies across its strip, from the strip's left edge. */
export interface StripSpan {
  readonly content: MarginContent;
  readonly x: number;
  readonly width: number;
}

/**
 * Shares a strip's width over its boxes (CSS Page 3 §5.3). A lone box takes all of it; a centre box stays in the
 * middle of the page; otherwise each gets room in proportion to what its content would like.
 */
export function shareStrip(pass: Pass, boxes: readonly MarginContent[], width: number): StripSpan[] {
  const find = (side: string) => boxes.find((content) => content.name.endsWith(side));
  const [left, center, right] = [find('left'), find('center'), find('right')];
  const wanted = (content: MarginContent | undefined) => (content ? contributionOf(pass, content.box).max : 0);
  const spans: StripSpan[] = [];
  const add = (content: MarginContent | undefined, x: number, span: number) => {
    if (content) spans.push({ content, x, width: span });
  };
  if (center && (left || right)) {
    const side = Math.max(wanted(left), wanted(right));
    const middle = shareOf(wanted(center), 2 * side, width);
    add(left, 0, (width - middle) / 2);
    add(center, (width - middle) / 2, middle);
    add(right, (width + middle) / 2, (width - middle) / 2);
  } else if (left && right) {
    const first = shareOf(wanted(left), wanted(right), width);
    add(left, 0, first);
    add(right, first, width - first);
  } else add(left ?? center ?? right, 0, width);
  return spans;
}

function shareOf(wanted: number, others: number, width: number): number {
  return wanted + others === 0 ? width / 2 : (width * wanted) / (wanted + others);
}
