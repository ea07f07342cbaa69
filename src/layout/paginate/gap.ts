import type { Band, BreakValue, Fragment } from '../fragment.ts';
import { collapsed } from '../margins.ts';
import { COST } from './break-point.ts';
import type { Cut } from './cut.ts';

/** What the bands on either side of a gap say about a break there (CSS Break 3 §4.1). */
export function breakBefore(fragment: Fragment, index: number): BreakValue {
  const before = fragment.bands[index - 1];
  const after = fragment.bands[index];
  const left = before?.kind === 'boxes' ? before.breakAfter : 'auto';
  const right = after?.kind === 'boxes' ? after.breakBefore : 'auto';
  if (left === 'page' || right === 'page') return 'page';
  return left === 'avoid' || right === 'avoid' ? 'avoid' : 'auto';
}

/** The cost of ending a page before a band; `from` is where this piece of the fragment began. */
export function costBefore(fragment: Fragment, from: Cut | null, index: number): number {
  if (fragment.bands[index]?.kind !== 'line') {
    return breakBefore(fragment, index) === 'avoid' ? COST.breaksAvoid : COST.perfect;
  }
  const { orphans, widows } = fragment.box.style;
  const leavesTooFew = from === null && index < orphans;
  return leavesTooFew || fragment.bands.length - index < widows ? COST.breaksWidows : COST.perfect;
}

/** The margin that stays above a band after a forced break. */
export function marginAbove(band: Band): number {
  const first = band.kind === 'boxes' && band.row === null ? band.boxes[0] : undefined;
  return first ? Math.max(0, collapsed(first.margins.before)) : 0;
}
