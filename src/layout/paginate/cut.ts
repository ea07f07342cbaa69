import type { BoxBand, Fragment } from '../fragment.ts';
import { heightOf, stripsAbove, stripsBelow } from './strips.ts';

/**
 * Where a page ends inside a fragment, and the next one goes on: before a band, or inside it. Cuts point into the
 * unbroken fragment, which never changes.
 */
export interface Cut {
  /** One past the last band where only the bottom edge of the fragment is left. */
  readonly band: number;
  /** Where each of the band's boxes is cut; null where the whole band goes to the next page. */
  readonly inside: readonly BoxCut[] | null;
  /** Room above the band on the next page: the margin that stays after a forced break (CSS Break 3 §5.2). */
  readonly lead: number;
}

/** `start`: nothing of the box is placed yet. `end`: all of it is. */
export type BoxCut = Cut | 'start' | 'end';

/** A band on a page: `top` counts from the top of its fragment's piece, and `from` says where its boxes go on. */
export interface PlacedBand {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly from: readonly BoxCut[] | null;
}

/** Where the band at `index` lies in the piece of the fragment that goes on at `from`. */
export function placeBand(fragment: Fragment, from: Cut | null, index: number): PlacedBand {
  const band = fragment.bands[index];
  if (band === undefined) return { index, top: 0, height: 0, from: null };
  if (from === null) return { index, top: band.y, height: band.height, from: null };
  const first = fragment.bands[from.band];
  const start = heightOf(stripsAbove(fragment, from)) + from.lead;
  const restHeight =
    first?.kind === 'boxes' && from.inside ? remainingHeight(first, from.inside) : (first?.height ?? 0);
  if (index === from.band) return { index, top: start, height: restHeight, from: from.inside };
  const firstBottom = first ? first.y + first.height : 0;
  return { index, top: start + restHeight + band.y - firstBottom, height: band.height, from: null };
}

/** The height of the piece from `from` to the fragment's end. */
export function pieceHeight(fragment: Fragment, from: Cut | null): number {
  if (from === null) return fragment.height;
  const first = placeBand(fragment, from, from.band);
  const band = fragment.bands[from.band] ?? fragment.bands.at(-1);
  return first.top + first.height + fragment.height - (band ? band.y + band.height : 0);
}

/** The same without room that only the style asks for: down to the bottom edge right under the content. */
export function naturalHeight(fragment: Fragment, from: Cut | null): number {
  const last = fragment.bands.length - 1;
  if (last < 0) return fragment.height;
  if (from !== null && from.band > last) return fragment.bottomInset;
  const placed = placeBand(fragment, from, last);
  return placed.top + placed.height + fragment.bottomInset;
}

/** The height of the piece from `from` that a page ending at `to` shows; null is the fragment's end. */
export function heightUpTo(fragment: Fragment, from: Cut | null, to: Cut | null): number {
  if (to === null) return pieceHeight(fragment, from);
  return contentUpTo(fragment, from, to) + heightOf(stripsBelow(fragment, to));
}

/** The same without what stands below the break. */
export function contentUpTo(fragment: Fragment, from: Cut | null, to: Cut): number {
  const isFirst = to.band === (from?.band ?? 0);
  if (to.inside === null) {
    if (isFirst) return placeBand(fragment, from, to.band).top;
    const previous = placeBand(fragment, from, to.band - 1);
    return previous.top + previous.height;
  }
  const placed = placeBand(fragment, from, to.band);
  const band = fragment.bands[to.band];
  return placed.top + (band?.kind === 'boxes' ? shownHeight(band, placed.from, to.inside) : 0);
}

/** Where a cut lies in the unbroken fragment, from its top. */
export function cutHeight(fragment: Fragment, cut: Cut): number {
  const band = fragment.bands[cut.band];
  if (band === undefined) return fragment.height;
  if (band.kind === 'line' || cut.inside === null) return band.y;
  const ends = band.boxes.map((box, i) => {
    const inner = cut.inside?.[i] ?? 'start';
    return box.y + (inner === 'start' ? 0 : inner === 'end' ? box.height : cutHeight(box, inner));
  });
  return Math.max(band.y, ...ends);
}

/**
 * The offset of each box from its band's top. Where the band goes on from another page, boxes that go on begin at the
 * top; one that has not begun comes below what is left of the boxes above it, or moves up by what pages have shown.
 */
export function boxTops(band: BoxBand, from: readonly BoxCut[] | null): readonly number[] {
  if (from === null) return band.boxes.map((box) => box.y - band.y);
  const tops = band.boxes.map(() => 0);
  const shown = Math.min(...band.boxes.flatMap((box, i) => shownOf(band, box, from[i] ?? 'start')));
  const downwards = band.boxes.map((_, i) => i).sort((a, b) => (band.boxes[a]?.y ?? 0) - (band.boxes[b]?.y ?? 0));
  for (const i of downwards) {
    const box = band.boxes[i];
    if (box === undefined || from[i] !== 'start') continue;
    const above = band.boxes.flatMap((other, o) =>
      liesAbove(other, box) ? [endOf(band, other, from[o], tops[o])] : [],
    );
    const moved = Number.isFinite(shown) ? box.y - band.y - shown : 0;
    tops[i] =
      above.length > 0 ? Math.max(0, ...above.map(([end, bottom]) => end + box.y - bottom)) : Math.max(0, moved);
  }
  return tops;
}

/** How much of the band pages have shown of a box, by the height that it has unbroken; nothing of one not begun. */
function shownOf(band: BoxBand, box: Fragment, cut: BoxCut): number[] {
  if (cut === 'start') return [];
  return [box.y - band.y + (cut === 'end' ? box.height : cutHeight(box, cut))];
}

function liesAbove(other: Fragment, box: Fragment): boolean {
  const isBeside = other.x + other.width <= box.x + HAIR || box.x + box.width <= other.x + HAIR;
  return !isBeside && other !== box && other.y + other.height <= box.y + HAIR;
}

const HAIR = 0.01;

/** Where the rest of a box ends on this page, and where its bottom is in the unbroken band; an ended one leaves no gap. */
function endOf(band: BoxBand, box: Fragment, cut: BoxCut = 'start', top = 0): readonly [end: number, bottom: number] {
  const bottom = box.y + box.height;
  return cut === 'end' ? [Number.NEGATIVE_INFINITY, bottom] : [top + restHeight(band, box, asCut(cut)), bottom];
}

/** Where each box of a band goes on, if the band itself is whole. */
export function boxCuts(band: BoxBand, from: readonly BoxCut[] | null): readonly BoxCut[] {
  return from ?? band.boxes.map(() => 'start' as const);
}

export function asCut(cut: BoxCut): Cut | null {
  return typeof cut === 'string' ? null : cut;
}

function remainingHeight(band: BoxBand, cuts: readonly BoxCut[]): number {
  const tops = boxTops(band, cuts);
  const heights = band.boxes.map((box, i) => {
    const cut = cuts[i] ?? 'start';
    return cut === 'end' ? 0 : (tops[i] ?? 0) + restHeight(band, box, asCut(cut));
  });
  return Math.max(0, ...heights);
}

/** Boxes side by side are made as high as each other; once they are split, only what they hold counts. */
function restHeight(band: BoxBand, box: Fragment, from: Cut | null): number {
  return isSideBySide(band) ? naturalHeight(box, from) : pieceHeight(box, from);
}

/** Whether a band's boxes share a height: the cells of a row, the items of a flex line. */
export function isSideBySide(band: BoxBand): boolean {
  return band.row !== null || band.boxes.length > 1;
}

/** How much of a band's rest a page shows that ends inside it. */
export function shownHeight(band: BoxBand, from: readonly BoxCut[] | null, to: readonly BoxCut[]): number {
  const starts = boxCuts(band, from);
  const tops = boxTops(band, from);
  const heights = band.boxes.map((box, i) => {
    const start = starts[i] ?? 'start';
    const end = to[i] ?? 'start';
    if (start === 'end' || end === 'start') return 0;
    const from = asCut(start);
    return (tops[i] ?? 0) + (end === 'end' ? restHeight(band, box, from) : heightUpTo(box, from, asCut(end)));
  });
  return Math.max(0, ...heights);
}
