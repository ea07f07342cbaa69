import type { Band, BoxBand, Fragment } from '../fragment.ts';
import { drawsItself } from '../has-ink.ts';
import { collapsed } from '../margins.ts';
import {
  asCut,
  type BoxCut,
  boxCuts,
  boxTop,
  type Cut,
  isSideBySide,
  naturalHeight,
  type PlacedBand,
  pieceHeight,
  placeBand,
} from './cut.ts';

/** How good a place is to end a page; later in the list is better (CSS Break 3 §4.4 says what gives way first). */
const APPEAL = { splitsEdge: 0, breaksAvoid: 1, breaksWidows: 2, perfect: 3 } as const;
type Appeal = (typeof APPEAL)[keyof typeof APPEAL];

/** A place where the page could end. */
export interface BreakPoint {
  readonly cut: Cut;
  readonly appeal: Appeal;
}

/** What a page does with the rest of a fragment: it takes all of it, part of it, or nothing. */
export type PagePlan =
  | { readonly kind: 'full' }
  | { readonly kind: 'partial'; readonly cut: Cut; readonly reason: 'forced' | 'full page' }
  | { readonly kind: 'nothing'; readonly culprit: Fragment };

/** The rest of a fragment as planned for a page, with every place where the page could end. */
interface Survey {
  readonly points: BreakPoint[];
  /** A forced break, which ends the page wherever it is. */
  readonly forced: Cut | null;
  readonly fits: boolean;
  /** The innermost thing that did not fit. */
  readonly culprit: Fragment;
}

/** Limits on where this page may end. */
export interface BreakRules {
  /** Whether paragraphs may go on on the next page; not if its lines will be broken anew. */
  readonly betweenLines: boolean;
}

/**
 * Decides where a page of height `room` ends in the rest of a fragment: at a forced break; else, if not all fits, at
 * the last of the best places. Looks only at what the page could hold.
 */
export function planPage(fragment: Fragment, from: Cut | null, room: number, rules: BreakRules): PagePlan {
  const survey = surveyFragment(fragment, from, room, false, rules);
  if (survey.forced) return { kind: 'partial', cut: survey.forced, reason: 'forced' };
  if (survey.fits) return { kind: 'full' };
  const best = bestOf(survey.points);
  if (best === null) return { kind: 'nothing', culprit: survey.culprit };
  return { kind: 'partial', cut: best.cut, reason: 'full page' };
}

function bestOf(points: readonly BreakPoint[]): BreakPoint | null {
  let best: BreakPoint | null = null;
  for (const point of points) if (best === null || point.appeal >= best.appeal) best = point;
  return best;
}

function surveyFragment(fragment: Fragment, from: Cut | null, room: number, avoid: boolean, rules: BreakRules): Survey {
  const points: BreakPoint[] = [];
  const first = from?.band ?? 0;
  for (let index = first; index < fragment.bands.length; index++) {
    const band = fragment.bands[index];
    if (band === undefined) break;
    const placed = placeBand(fragment, from, index);
    if (index > first) {
      const gap = gapBefore(fragment, index);
      if (gap === 'page') {
        return {
          points,
          forced: { band: index, inside: null, lead: marginAbove(band) },
          fits: false,
          culprit: fragment,
        };
      }
      const appeal = appealBefore(fragment, from, index, gap === 'avoid' || avoid);
      if (band.kind !== 'line' || rules.betweenLines)
        points.push({ cut: { band: index, inside: null, lead: 0 }, appeal });
    }
    const inner = surveyBand(band, placed, room - placed.top, avoid || isAvoided(band), rules);
    for (const point of inner.points) points.push({ ...point, cut: { band: index, inside: point.inside, lead: 0 } });
    if (inner.forced)
      return { points, forced: { band: index, inside: inner.forced, lead: 0 }, fits: false, culprit: fragment };
    if (!inner.fits) return { points, forced: null, fits: false, culprit: inner.culprit ?? fragment };
  }
  const fits = neededHeight(fragment, from) <= room + ROOM_TOLERANCE;
  const end = fragment.bands.length;
  // All content fits, but not the padding and border under it: they can go to the next page, if nothing better can.
  if (!fits && end > first) points.push({ cut: { band: end, inside: null, lead: 0 }, appeal: APPEAL.splitsEdge });
  return { points, forced: null, fits, culprit: fragment };
}

/** Sums of heights that should fill a page exactly may miss it by rounding; points. */
const ROOM_TOLERANCE = 0.01;

interface BandSurvey {
  readonly points: readonly { readonly inside: readonly BoxCut[]; readonly appeal: Appeal }[];
  readonly forced: readonly BoxCut[] | null;
  readonly fits: boolean;
  readonly culprit: Fragment | null;
}

function surveyBand(
  band: Band,
  { from, height }: PlacedBand,
  room: number,
  avoid: boolean,
  rules: BreakRules,
): BandSurvey {
  if (band.kind === 'line') {
    return { points: [], forced: null, fits: band.height <= room + ROOM_TOLERANCE, culprit: null };
  }
  const cuts = boxCuts(band, from);
  const [only] = band.boxes;
  if (only === undefined || isSideBySide(band)) return surveySideBySide(band, cuts, height, room, avoid, rules);
  const start = cuts[0] ?? 'start';
  const inner = surveyFragment(only, asCut(start), room - boxTop(band, only, start), avoid, rules);
  return {
    points: inner.points.map(({ cut, appeal }) => ({ inside: [cut], appeal })),
    forced: inner.forced ? [inner.forced] : null,
    fits: inner.fits,
    culprit: inner.culprit,
  };
}

/** Boxes side by side are split at the same height, each at its own best place. */
function surveySideBySide(
  band: BoxBand,
  cuts: readonly BoxCut[],
  height: number,
  room: number,
  avoid: boolean,
  rules: BreakRules,
): BandSurvey {
  const fits = (band.row ? height : neededBandHeight(band, cuts)) <= room + ROOM_TOLERANCE;
  if (fits && !band.hasForcedBreak) return { points: [], forced: null, fits, culprit: null };
  const ends = band.boxes.map((box, i) => {
    const start = cuts[i] ?? 'start';
    return surveyBeside(box, start, room - boxTop(band, box, start), avoid, rules);
  });
  const inside = ends.map(({ cut }) => cut);
  const culprit = ends.find((end) => end.culprit !== null)?.culprit ?? null;
  if (ends.some(({ isForced }) => isForced)) return { points: [], forced: inside, fits: false, culprit };
  if (fits) return { points: [], forced: null, fits, culprit: null };
  const appeals = ends.map((end) => end.appeal);
  const isDone = inside.every((cut) => cut === 'end');
  const appeal = isDone ? APPEAL.splitsEdge : lowest([avoid ? APPEAL.breaksAvoid : APPEAL.perfect, ...appeals]);
  const placesSomething = inside.some((cut, i) => cut !== (cuts[i] ?? 'start'));
  return { points: placesSomething ? [{ inside, appeal }] : [], forced: null, fits, culprit };
}

/** Where one of several boxes side by side is cut, and how good a place that is. */
interface BesideCut {
  readonly cut: BoxCut;
  readonly appeal: Appeal;
  readonly isForced: boolean;
  readonly culprit: Fragment | null;
}

function surveyBeside(box: Fragment, start: BoxCut, room: number, avoid: boolean, rules: BreakRules): BesideCut {
  const done: BesideCut = { cut: 'end', appeal: APPEAL.perfect, isForced: false, culprit: null };
  if (start === 'end') return done;
  const survey = surveyFragment(box, asCut(start), room, avoid, rules);
  if (survey.forced) return { ...done, cut: survey.forced, isForced: true };
  // What does not fit may be room at its bottom, which the page's end may take.
  if (survey.fits || naturalHeight(box, asCut(start)) <= room + ROOM_TOLERANCE) return done;
  const best = bestOf(survey.points);
  return { ...done, cut: best?.cut ?? start, appeal: best?.appeal ?? APPEAL.perfect, culprit: survey.culprit };
}

function lowest(appeals: readonly Appeal[]): Appeal {
  return Math.min(...appeals) as Appeal;
}

function neededBandHeight(band: BoxBand, cuts: readonly BoxCut[]): number {
  const heights = band.boxes.map((box, i) => {
    const start = cuts[i] ?? 'start';
    if (start === 'end') return 0;
    const needed = neededHeight(box, asCut(start));
    const natural = isSideBySide(band) ? naturalHeight(box, asCut(start)) : needed;
    return boxTop(band, box, start) + Math.min(needed, natural);
  });
  return Math.max(0, ...heights);
}

function marginAbove(band: Band): number {
  const first = band.kind === 'boxes' && band.row === null ? band.boxes[0] : undefined;
  return first ? Math.max(0, collapsed(first.margins.before)) : 0;
}

function isAvoided(band: Band): boolean {
  return band.kind === 'boxes' && band.breakInside === 'avoid';
}

function gapBefore(fragment: Fragment, index: number): 'auto' | 'avoid' | 'page' {
  const before = fragment.bands[index - 1];
  const after = fragment.bands[index];
  const left = before?.kind === 'boxes' ? before.breakAfter : 'auto';
  const right = after?.kind === 'boxes' ? after.breakBefore : 'auto';
  if (left === 'page' || right === 'page') return 'page';
  return left === 'avoid' || right === 'avoid' ? 'avoid' : 'auto';
}

function appealBefore(fragment: Fragment, from: Cut | null, index: number, avoid: boolean): Appeal {
  if (avoid) return APPEAL.breaksAvoid;
  if (fragment.bands[index]?.kind !== 'line') return APPEAL.perfect;
  const { orphans, widows } = fragment.box.style;
  const tooFewBefore = from === null && index < orphans;
  return tooFewBefore || fragment.bands.length - index < widows ? APPEAL.breaksWidows : APPEAL.perfect;
}

/**
 * The height that the rest of a fragment must have on a page. A box that draws nothing of itself may lose room at its
 * bottom to the page's end, as a margin does.
 */
function neededHeight(fragment: Fragment, from: Cut | null): number {
  const last = fragment.bands.at(-1);
  if (drawsItself(fragment.box.style) || fragment.box.kind === 'image') return pieceHeight(fragment, from);
  if (last === undefined || (from !== null && from.band === fragment.bands.length)) return 0;
  const placed = placeBand(fragment, from, fragment.bands.length - 1);
  if (last.kind === 'line' || last.row) return placed.top + placed.height;
  return placed.top + neededBandHeight(last, boxCuts(last, placed.from));
}
