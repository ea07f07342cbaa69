import type { Sides } from '../../base/index.ts';
import type { ComputedStyle, LengthOrAuto } from '../../document/index.ts';
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
  if (hasNoInsets(style)) return NO_INSETS;
  return toInsets(
    borderRoom(style.borderTop) + resolve(style.paddingTop, containingWidth),
    borderRoom(style.borderRight) + resolve(style.paddingRight, containingWidth),
    borderRoom(style.borderBottom) + resolve(style.paddingBottom, containingWidth),
    borderRoom(style.borderLeft) + resolve(style.paddingLeft, containingWidth),
  );
}

const NO_INSETS: Insets = { top: 0, right: 0, bottom: 0, left: 0, horizontal: 0, vertical: 0 };

function hasNoInsets(style: ComputedStyle): boolean {
  return (
    isZero(style.paddingTop) &&
    isZero(style.paddingRight) &&
    isZero(style.paddingBottom) &&
    isZero(style.paddingLeft) &&
    style.borderTop.width === 0 &&
    style.borderRight.width === 0 &&
    style.borderBottom.width === 0 &&
    style.borderLeft.width === 0
  );
}

/** Whether an element takes no room besides what it holds. */
export function hasNoEdges(style: ComputedStyle): boolean {
  const { marginTop, marginRight, marginBottom, marginLeft } = style;
  return hasNoInsets(style) && isZero(marginTop) && isZero(marginRight) && isZero(marginBottom) && isZero(marginLeft);
}

function isZero(length: LengthOrAuto): boolean {
  return length === 'auto' || (length.points === 0 && length.percent === 0);
}

/** Adds up the sums. */
function toInsets(top: number, right: number, bottom: number, left: number): Insets {
  return { top, right, bottom, left, horizontal: left + right, vertical: top + bottom };
}

/** Margins with `auto` as zero; percentages refer to the containing block's width on all four sides. */
export function marginsOf(style: ComputedStyle, containingWidth: number): Insets {
  const { marginTop, marginRight, marginBottom, marginLeft } = style;
  if (isZero(marginTop) && isZero(marginRight) && isZero(marginBottom) && isZero(marginLeft)) return NO_INSETS;
  return toInsets(
    resolveOrZero(style.marginTop, containingWidth),
    resolveOrZero(style.marginRight, containingWidth),
    resolveOrZero(style.marginBottom, containingWidth),
    resolveOrZero(style.marginLeft, containingWidth),
  );
}
