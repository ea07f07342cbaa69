import type { Fragment } from '../fragment.ts';
import type { Cut } from './cut.ts';

/** A place where a page could end, and what that would cost. */
export interface BreakPoint {
  readonly cut: Cut;
  readonly cost: number;
}

/**
 * What gives way first where no place is perfect (CSS Break 3 §4.4): orphans and widows, then wishes to avoid a break,
 * of which as few as can be; last of all a box is parted from its own bottom edge.
 */
export const COST = { perfect: 0, breaksWidows: 1, breaksAvoid: 2, splitsEdge: 1000 } as const;

/** Limits on where a page may end. */
export interface BreakRules {
  /** Whether paragraphs may go on on the next page; not if its lines will be broken anew. */
  readonly betweenLines: boolean;
}

/** What a page does with the rest of a fragment: it takes all of it, part of it, or nothing. */
export type PagePlan =
  | { readonly kind: 'full' }
  | { readonly kind: 'partial'; readonly cut: Cut; readonly reason: 'forced' | 'full page' }
  | { readonly kind: 'nothing'; readonly culprit: Fragment };

/** Sums of heights that should fill a page exactly may miss it by rounding; points. */
export const ROOM_TOLERANCE = 0.01;

/** The last of the cheapest places, so that pages are as full as they can be. */
export function bestOf(points: readonly BreakPoint[]): BreakPoint | null {
  let best: BreakPoint | null = null;
  for (const point of points) if (best === null || point.cost <= best.cost) best = point;
  return best;
}
