import type { CollapsingMargins, MarginSet } from './fragment.ts';

export const NO_MARGIN: MarginSet = { positive: 0, negative: 0 };

/** One margin by itself. */
function toMarginSet(margin: number): MarginSet {
  if (margin === 0) return NO_MARGIN;
  return margin >= 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };
}

/** Margins that adjoin each other. */
export function join(a: MarginSet, b: MarginSet): MarginSet {
  if (b === NO_MARGIN) return a;
  if (a === NO_MARGIN) return b;
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}

/** The distance that adjoining margins make together (CSS 2.2 §8.3.1). */
export function collapsed(margins: MarginSet): number {
  return margins.positive + margins.negative;
}

/** Of a box whose margins do not collapse with anything inside it. */
export function ownMargins(top: number, bottom: number): CollapsingMargins {
  if (top === 0 && bottom === 0) return NO_MARGINS;
  return { before: toMarginSet(top), after: toMarginSet(bottom), through: false };
}

const NO_MARGINS: CollapsingMargins = { before: NO_MARGIN, after: NO_MARGIN, through: false };

/** The same margins where they are one, or where they are not. */
export function withThrough(margins: CollapsingMargins, through: boolean): CollapsingMargins {
  return margins.through === through ? margins : { before: margins.before, after: margins.after, through };
}
