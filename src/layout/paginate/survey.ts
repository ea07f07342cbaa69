import type { Band, BoxBand, Fragment } from '../fragment.ts';
import { type BreakPoint, type BreakRules, bestOf, COST, ROOM_TOLERANCE } from './break-point.ts';
import {
  asCut,
  type BoxCut,
  boxCuts,
  boxTops,
  type Cut,
  contentUpTo,
  isSideBySide,
  naturalHeight,
  type PlacedBand,
  placeBand,
} from './cut.ts';
import { breakBefore, costBefore, marginAbove } from './gap.ts';
import { neededBandHeight, neededHeight } from './needed-height.ts';
import { heightOf, stripsBelow } from './strips.ts';

/** The rest of a fragment against a page: where it could be cut, and whether it must be. */
export interface Survey {
  readonly points: readonly BreakPoint[];
  /** A forced break, which ends the page wherever it is. */
  readonly forced: Cut | null;
  readonly fits: boolean;
  /** The innermost thing that did not fit. */
  readonly culprit: Fragment;
}

/**
 * Goes through a fragment's bands from `from` down to what no longer fits into `room`, and notes every place where the
 * page could end. `cost` is what breaking anywhere inside costs already.
 */
export function surveyFragment(
  fragment: Fragment,
  from: Cut | null,
  room: number,
  cost: number,
  rules: BreakRules,
): Survey {
  const points: BreakPoint[] = [];
  const stop = (forced: Cut | null, culprit: Fragment): Survey => ({ points, forced, fits: false, culprit });
  const first = from?.band ?? 0;
  for (let index = first; index < fragment.bands.length; index++) {
    const band = fragment.bands[index];
    if (band === undefined) break;
    if (index > first) {
      const before = { band: index, inside: null, lead: 0 };
      const fits = hasRoomBelow(fragment, from, before, room);
      if (breakBefore(fragment, index) === 'page') {
        return stop(fits ? { ...before, lead: marginAbove(band) } : null, fragment);
      }
      const isAllowed = band.kind !== 'line' || rules.betweenLines;
      if (isAllowed && fits) points.push({ cut: before, cost: cost + costBefore(fragment, from, index) });
    }
    const placed = placeBand(fragment, from, index);
    const inner = surveyBand(band, placed, room - placed.top, cost, rules);
    const asOwn = (inside: readonly BoxCut[]): Cut => ({ band: index, inside, lead: 0 });
    for (const point of pointsInside(fragment, band, placed, room - placed.top, cost, rules, inner)) {
      points.push({ cut: asOwn(point.inside), cost: point.cost });
    }
    if (inner.forced) return stop(asOwn(inner.forced), fragment);
    if (!inner.fits) return stop(null, inner.culprit ?? fragment);
  }
  if (neededHeight(fragment, from) <= room + ROOM_TOLERANCE)
    return { points, forced: null, fits: true, culprit: fragment };
  // All content fits, but not the padding and border under it: they can go to the next page, if nothing better can.
  const end = fragment.bands.length;
  if (end > first) points.push({ cut: { band: end, inside: null, lead: 0 }, cost: COST.splitsEdge });
  return stop(null, fragment);
}

/** Whether there is room for what stands below a break. */
function hasRoomBelow(fragment: Fragment, from: Cut | null, to: Cut, room: number): boolean {
  const below = heightOf(stripsBelow(fragment, to));
  return below === 0 || contentUpTo(fragment, from, to) + below <= room + ROOM_TOLERANCE;
}

/**
 * Places to end a page inside a band, with room for what stands below a break there: a row that would fit without it may
 * have to be split.
 */
function pointsInside(
  fragment: Fragment,
  band: Band,
  { index, ...placed }: PlacedBand,
  room: number,
  cost: number,
  rules: BreakRules,
  found: BandSurvey,
): BandSurvey['points'] {
  if (fragment.continuation === null) return found.points;
  const below = heightOf(stripsBelow(fragment, { band: index, inside: [], lead: 0 }));
  if (below === 0) return found.points;
  return surveyBand(band, { index, ...placed }, room - below, cost, rules).points;
}

interface BandPoint {
  readonly inside: readonly BoxCut[];
  readonly cost: number;
}

interface BandSurvey {
  readonly points: readonly BandPoint[];
  readonly forced: readonly BoxCut[] | null;
  readonly fits: boolean;
  readonly culprit: Fragment | null;
}

const FITS: BandSurvey = { points: [], forced: null, fits: true, culprit: null };

function surveyBand(band: Band, placed: PlacedBand, room: number, cost: number, rules: BreakRules): BandSurvey {
  if (band.kind === 'line') return { ...FITS, fits: band.height <= room + ROOM_TOLERANCE };
  const inside = cost + (band.breakInside === 'avoid' ? COST.breaksAvoid : COST.perfect);
  const cuts = boxCuts(band, placed.from);
  const [only] = band.boxes;
  if (only === undefined || isSideBySide(band))
    return surveySideBySide(band, placed.from, placed.height, room, inside, rules);
  const start = cuts[0] ?? 'start';
  const inner = surveyFragment(only, asCut(start), room - (boxTops(band, placed.from)[0] ?? 0), inside, rules);
  return {
    points: inner.points.map((point) => ({ inside: [point.cut], cost: point.cost })),
    forced: inner.forced ? [inner.forced] : null,
    fits: inner.fits,
    culprit: inner.culprit,
  };
}

/** Boxes side by side are split at the same height, each at its own best place. */
function surveySideBySide(
  band: BoxBand,
  from: readonly BoxCut[] | null,
  height: number,
  room: number,
  cost: number,
  rules: BreakRules,
): BandSurvey {
  // The cells of a row go down to its border, which must fit too.
  const fits = (band.row ? height : neededBandHeight(band, from)) <= room + ROOM_TOLERANCE;
  if (fits && !band.hasForcedBreak) return FITS;
  const cuts = boxCuts(band, from);
  const tops = boxTops(band, from);
  const ends = band.boxes.map((box, i) => {
    const start = cuts[i] ?? 'start';
    return surveyBeside(box, start, room - (tops[i] ?? 0), cost, rules);
  });
  const inside = ends.map(({ cut }) => cut);
  const culprit = ends.find((end) => end.culprit !== null)?.culprit ?? null;
  if (ends.some(({ isForced }) => isForced)) return { points: [], forced: inside, fits: false, culprit };
  if (fits) return FITS;
  const isDone = inside.every((cut) => cut === 'end');
  const places: BandPoint[] = isDone
    ? [{ inside, cost: COST.splitsEdge }, ...cutDeepest(band, cuts, tops, cost, rules)]
    : [{ inside, cost: Math.max(...ends.map((end) => end.cost)) }];
  const placesSomething = (point: BandPoint) => point.inside.some((cut, i) => cut !== (cuts[i] ?? 'start'));
  return { points: places.filter(placesSomething), forced: null, fits, culprit };
}

/** Where only the edge below the boxes lacks room, the end of the deepest box can go with it to the next page. */
function cutDeepest(
  band: BoxBand,
  from: readonly BoxCut[],
  tops: readonly number[],
  cost: number,
  rules: BreakRules,
): BandPoint[] {
  const heights = band.boxes.map((box, i) => (from[i] === 'end' ? 0 : naturalHeight(box, asCut(from[i] ?? 'start'))));
  const bottoms = heights.map((height, i) => height + (tops[i] ?? 0));
  const deepest = bottoms.indexOf(Math.max(...bottoms));
  const box = band.boxes[deepest];
  const start = from[deepest] ?? 'start';
  if (box === undefined || start === 'end') return [];
  const room = (heights[deepest] ?? 0) - box.bottomInset - 2 * ROOM_TOLERANCE;
  const place = bestOf(surveyFragment(box, asCut(start), room, cost, rules).points);
  if (place === null || place.cost >= COST.splitsEdge) return [];
  return [{ inside: band.boxes.map((_, i) => (i === deepest ? place.cut : 'end')), cost: place.cost }];
}

/** Where one of several boxes side by side is cut. */
interface BesideCut {
  readonly cut: BoxCut;
  readonly cost: number;
  readonly isForced: boolean;
  readonly culprit: Fragment | null;
}

function surveyBeside(box: Fragment, start: BoxCut, room: number, cost: number, rules: BreakRules): BesideCut {
  const done: BesideCut = { cut: 'end', cost, isForced: false, culprit: null };
  if (start === 'end') return done;
  const survey = surveyFragment(box, asCut(start), room, cost, rules);
  if (survey.forced) return { ...done, cut: survey.forced, isForced: true };
  // What does not fit may be room at its bottom, which the page's end may take.
  if (survey.fits || naturalHeight(box, asCut(start)) <= room + ROOM_TOLERANCE) return done;
  const best = bestOf(survey.points);
  return { ...done, cut: best?.cut ?? start, cost: best?.cost ?? cost, culprit: survey.culprit };
}
