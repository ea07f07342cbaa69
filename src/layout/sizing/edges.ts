import type { Sides } from '../../base/index.ts';
import type { ComputedStyle } from '../../document/index.ts';
import { borderRoom } from './browser-rounding.ts';
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
    borderRoom(style.borderTop) + resolve(style.paddingTop, containingWidth),
    borderRoom(style.borderRight) + resolve(style.paddingRight, containingWidth),
    borderRoom(style.borderBottom) + resolve(style.paddingBottom, containingWidth),
    borderRoom(style.borderLeft) + resolve(style.paddingLeft, containingWidth),
  );
}

/** Adds up the sums. */
function toInsets(top: number, right: number, bottom: number, left: number): Insets {
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
