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

/** The offset of a box from its band's top: a box that goes on begins where the band does. */
export function boxTop(band: BoxBand, box: Fragment, from: BoxCut): number {
  return from === 'start' ? box.y - band.y : 0;
}

/** Where each box of a band goes on, if the band itself is whole. */
export function boxCuts(band: BoxBand, from: readonly BoxCut[] | null): readonly BoxCut[] {
  return from ?? band.boxes.map(() => 'start' as const);
}

export function asCut(cut: BoxCut): Cut | null {
  return typeof cut === 'string' ? null : cut;
}

function remainingHeight(band: BoxBand, cuts: readonly BoxCut[]): number {
  const heights = band.boxes.map((box, i) => {
    const cut = cuts[i] ?? 'start';
    return cut === 'end' ? 0 : restHeight(band, box, asCut(cut));
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
  const heights = band.boxes.map((box, i) => {
    const start = starts[i] ?? 'start';
    const end = to[i] ?? 'start';
    if (start === 'end' || end === 'start') return 0;
    const from = asCut(start);
    return boxTop(band, box, start) + (end === 'end' ? restHeight(band, box, from) : heightUpTo(box, from, asCut(end)));
  });
  return Math.max(0, ...heights);
}
