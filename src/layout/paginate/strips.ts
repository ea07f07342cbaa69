import type { Continuation, Fragment, Strip } from '../fragment.ts';
import type { Cut } from './cut.ts';

const NONE: readonly Strip[] = [];

/** What a page shows above a fragment that goes on at `from`: header rows, and rows that say so. */
export function stripsAbove({ continuation, bands }: Fragment, from: Cut | null): readonly Strip[] {
  if (continuation === null || from === null) return NONE;
  if (from.band < continuation.start || from.band >= bands.length) return NONE;
  return pick(continuation, from, 'above');
}

/** What a page shows below a fragment that it breaks off at `to`. */
export function stripsBelow({ continuation, bands }: Fragment, to: Cut | null): readonly Strip[] {
  if (continuation === null || to === null || to.band >= bands.length) return NONE;
  const hasBegun = to.band > continuation.start || (to.band === continuation.start && to.inside !== null);
  if (!hasBegun || to.band > continuation.end) return NONE;
  return pick(continuation, to, 'below');
}

export function heightOf(strips: readonly Strip[]): number {
  let height = 0;
  for (const strip of strips) height += strip.height;
  return height;
}

/** The whole table's outside, a row group's inside. */
function pick({ above, below, groups }: Continuation, cut: Cut, side: 'above' | 'below'): readonly Strip[] {
  const whole = side === 'above' ? above : below;
  const group = groups.length === 0 ? undefined : groups.find(({ start, end }) => isInside(cut, start, end));
  const inner = group?.[side] ?? null;
  if (inner === null) return whole === null ? NONE : [whole];
  if (whole === null) return [inner];
  return side === 'above' ? [whole, inner] : [inner, whole];
}

function isInside({ band, inside }: Cut, start: number, end: number): boolean {
  return band < end && (band > start || (band === start && inside !== null));
}
