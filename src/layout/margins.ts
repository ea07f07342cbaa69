import type { CollapsingMargins, MarginSet } from './fragment.ts';

export const NO_MARGIN: MarginSet = { positive: 0, negative: 0 };

/** One margin by itself. */
function toMarginSet(margin: number): MarginSet {
  return margin >= 0 ? { positive: margin, negative: 0 } : { positive: 0, negative: margin };
}

/** Margins that adjoin each other. */
export function join(a: MarginSet, b: MarginSet): MarginSet {
  return { positive: Math.max(a.positive, b.positive), negative: Math.min(a.negative, b.negative) };
}

/** The distance that adjoining margins make together (CSS 2.2 §8.3.1). */
export function collapsed(margins: MarginSet): number {
  return margins.positive + margins.negative;
}

/** Of a box whose margins do not collapse with anything inside it. */
export function ownMargins(top: number, bottom: number): CollapsingMargins {
  return { before: toMarginSet(top), after: toMarginSet(bottom), through: false };
}
