import type { Fragment } from '../fragment.ts';
import { type BreakRules, bestOf, type PagePlan } from './break-point.ts';
import type { Cut } from './cut.ts';
import { surveyFragment } from './survey.ts';

/**
 * Decides where a page of height `room` ends in the rest of a fragment: at a forced break; else, if not all fits, at
 * the best place there is. Looks only at what the page could hold.
 */
export function planPage(fragment: Fragment, from: Cut | null, room: number, rules: BreakRules): PagePlan {
  const survey = surveyFragment(fragment, from, room, 0, rules);
  if (survey.forced) return { kind: 'partial', cut: survey.forced, reason: 'forced' };
  if (survey.fits) return { kind: 'full' };
  const best = bestOf(survey.points);
  if (best === null) return { kind: 'nothing', culprit: survey.culprit };
  return { kind: 'partial', cut: best.cut, reason: 'full page' };
}
