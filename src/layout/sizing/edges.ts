import type { Sides } from '../../base/index.ts';
import type { ComputedStyle } from '../../document/index.ts';
import { resolve, resolveOrZero } from './lengths.ts';

/** Border and padding together: the distances from the border box to the content box. */
export interface Insets extends Sides {
  /** `left + right`. */
  readonly horizontal: number;
  /** `top + bottom`. */
  readonly vertical: number;
}

/** Padding percentages refer to the containing block's width on all four sides (CSS 2.2 §8.4). */
export function insetsOf(style: ComputedStyle, containingWidth: number): Insets {
  return toInsets(
    style.borderTop.width + resolve(style.paddingTop, containingWidth),
    style.borderRight.width + resolve(style.paddingRight, containingWidth),
    style.borderBottom.width + resolve(style.paddingBottom, containingWidth),
    style.borderLeft.width + resolve(style.paddingLeft, containingWidth),
  );
}

/** Adds up the sums. */
export function toInsets(top: number, right: number, bottom: number, left: number): Insets {
  return { top, right, bottom, left, horizontal: left + right, vertical: top + bottom };
}

/** Margins with `auto` as zero; percentages refer to the containing block's width on all four sides. */
export function marginsOf(style: ComputedStyle, containingWidth: number): Insets {
  return toInsets(
    resolveOrZero(style.marginTop, containingWidth),
    resolveOrZero(style.marginRight, containingWidth),
    resolveOrZero(style.marginBottom, containingWidth),
    resolveOrZero(style.marginLeft, containingWidth),
  );
}
