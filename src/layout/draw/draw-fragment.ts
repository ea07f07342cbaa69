import { type Box, roundPoints } from '../../base/index.ts';
import { toArtifact } from '../boxes/generation.ts';
import type { Band, BoxBand, Fragment, Strip } from '../fragment.ts';
import {
  asCut,
  type BoxCut,
  boxCuts,
  boxTops,
  type Cut,
  contentUpTo,
  cutHeight,
  heightUpTo,
  isSideBySide,
  type PlacedBand,
  placeBand,
  shownHeight,
} from '../paginate/cut.ts';
import { stripsAbove, stripsBelow } from '../paginate/strips.ts';
import { insetsOf } from '../sizing/edges.ts';
import { checkCorners, checkCut } from './check-edges.ts';
import { checkOverflow } from './check-overflow.ts';
import { drawBackground, drawDecoration, roundBox, toLine } from './draw-decoration.ts';
import { drawLine } from './draw-line.ts';
import { drawPicture } from './draw-picture.ts';
import { type DrawMode, markHere, type PageSink } from './page-sink.ts';

/** A stretch of a fragment: from one cut to another, null being its start or end. */
export interface Slice {
  readonly from: Cut | null;
  readonly to: Cut | null;
}

export const WHOLE: Slice = { from: null, to: null };

/** Draws the part of a fragment that one page shows; `x` and `y` are its top left corner on the page. */
export function drawFragment(
  sink: PageSink,
  fragment: Fragment,
  slice: Slice,
  x: number,
  y: number,
  mode: DrawMode,
  stretchedHeight?: number,
): void {
  checkOverflow(fragment);
  checkCorners(fragment.box);
  checkCut(fragment);
  const height = stretchedHeight ?? heightUpTo(fragment, slice.from, slice.to);
  const box: Box = { x, y, width: fragment.width, height };
  const edges = { top: slice.from === null, right: true, bottom: slice.to === null, left: true };
  drawDecoration(sink, fragment.box.order, fragment.box.style, box, edges);
  drawOwn(sink, fragment, box, mode);

  drawStrips(sink, stripsAbove(fragment, slice.from), x, y, mode, 'Header');
  const isWhole = slice.from === null && slice.to === null;
  const contentY = isWhole ? y + fragment.contentShift : y;
  const baselines: number[] | null = sink.outline && [];
  const last = slice.to?.band ?? fragment.bands.length;
  for (let index = slice.from?.band ?? 0; index <= last && index < fragment.bands.length; index++) {
    const isCut = index === last;
    if (isCut && slice.to?.inside == null) break;
    const placed = placeBand(fragment, slice.from, index);
    const band = drawBand(sink, fragment, placed, isCut ? (slice.to?.inside ?? null) : null, x, contentY, mode);
    if (band?.kind === 'line') baselines?.push(roundPoints(contentY + placed.top + band.line.baseline));
  }
  if (slice.to !== null && fragment.continuation !== null) {
    const end = y + contentUpTo(fragment, slice.from, slice.to);
    drawStrips(sink, stripsBelow(fragment, slice.to), x, end, mode, 'Footer');
  }
  drawPositioned(sink, fragment, slice, x, y, mode);
  const { order, tag, place } = fragment.box;
  if (baselines) sink.outline?.(order, { tag, box: roundBox(box), baselines, place });
}

/** What stands above or below a break says again what is said elsewhere. */
function drawStrips(
  sink: PageSink,
  strips: readonly Strip[],
  x: number,
  y: number,
  mode: DrawMode,
  subtype: 'Header' | 'Footer',
): void {
  const repeats = { repeats: mode.repeats ?? toArtifact('Pagination', subtype) };
  let top = y;
  for (const strip of strips) {
    for (const { top: own, band } of sink.renew(strip).bands) {
      const placed = { index: 0, top: own, height: band.height, from: null };
      drawBoxes(sink, band, placed, null, x, top + own, repeats);
    }
    top += strip.height;
  }
}

/** Draws what a box is by itself: an image, a barcode, or the area of a link. */
function drawOwn(sink: PageSink, fragment: Fragment, border: Box, mode: DrawMode): void {
  const { box } = fragment;
  if (box.kind === 'image' && box.style.visibility === 'visible') {
    const insets = insetsOf(box.style, fragment.width);
    const content = {
      x: border.x + insets.left,
      y: border.y + insets.top,
      width: border.width - insets.horizontal,
      height: border.height - insets.vertical,
    };
    drawPicture(sink, box, content, markHere(box.mark, mode));
  }
  if (box.link && mode.repeats === null) {
    const { url, contents, mark } = box.link;
    sink.draw(box.order, { kind: 'link', box: roundBox(border), url, contents, mark });
  }
}

function drawBand(
  sink: PageSink,
  fragment: Fragment,
  placed: PlacedBand,
  to: readonly BoxCut[] | null,
  x: number,
  y: number,
  mode: DrawMode,
): Band | undefined {
  const band = fragment.bands[placed.index];
  const top = y + placed.top;
  if (band?.kind === 'line') {
    drawLine(sink, band.line, x + band.line.x, top, mode, (piece, lineX, lineY) => {
      drawFragment(sink, piece.fragment, WHOLE, lineX + piece.fragment.x, lineY + piece.fragment.y, mode);
    });
  } else if (band) drawBoxes(sink, band, placed, to, x, top, mode);
  return band;
}

function drawBoxes(
  sink: PageSink,
  band: BoxBand,
  placed: PlacedBand,
  to: readonly BoxCut[] | null,
  x: number,
  top: number,
  mode: DrawMode,
): void {
  const starts = boxCuts(band, placed.from);
  const tops = boxTops(band, placed.from);
  const height = to === null ? placed.height : shownHeight(band, placed.from, to);
  if (band.row) drawRow(sink, band, height, x, top);
  for (const [i, box] of band.boxes.entries()) {
    const start = starts[i] ?? 'start';
    const end = to === null ? 'end' : (to[i] ?? 'start');
    if (end === 'start') continue;
    const offset = tops[i] ?? 0;
    const isSplit = placed.from !== null || to !== null;
    if (isSplit && isSideBySide(band) && reachesBottom(band, box)) {
      const slice = { from: cutOrEnd(box, start), to: to === null ? null : cutOrEnd(box, end) };
      drawFragment(sink, box, slice, x + box.x, top + offset, mode, height - offset);
    } else if (start !== 'end') {
      drawFragment(sink, box, { from: asCut(start), to: asCut(end) }, x + box.x, top + offset, mode);
    }
  }
}

/** Cells and stretched items go down as far as their band does, on every page it is split over. */
function reachesBottom(band: BoxBand, box: Fragment): boolean {
  return box.y + box.height >= band.y + band.height - 0.01;
}

/** A box whose content is all shown already, or on this page, but which goes on with its row. */
function cutOrEnd(box: Fragment, cut: BoxCut): Cut | null {
  return cut === 'end' ? afterLast(box) : asCut(cut);
}

function afterLast(box: Fragment): Cut {
  return { band: box.bands.length, inside: null, lead: 0 };
}

/** A row's background, and the borders that it shares with its neighbours. */
function drawRow(sink: PageSink, band: BoxBand, height: number, x: number, top: number): void {
  if (band.row === null) return;
  const { row, lines, width } = band.row;
  const area = { x: x + band.row.x, y: top, width, height };
  const edges = { top: false, right: false, bottom: false, left: false };
  for (const style of [row.groupStyle, row.style]) {
    if (style) drawBackground(sink, row.order, style, area, edges);
  }
  for (const line of lines) {
    // Borders below a row of which only a part is shown move with its end.
    const shift = height - band.height;
    const y1 = top + line.y1 + (line.y1 > 0 ? shift : 0);
    const y2 = top + line.y2 + (line.y2 > 0 ? shift : 0);
    sink.draw(row.order, toLine(line, line.style, x + line.x1, y1, x + line.x2, y2));
  }
}

/** Absolute boxes stand on the page that their top falls on. */
function drawPositioned(sink: PageSink, fragment: Fragment, slice: Slice, x: number, y: number, mode: DrawMode): void {
  if (fragment.positioned.length === 0) return;
  const { from, to } = slice;
  const start = from === null ? Number.NEGATIVE_INFINITY : cutHeight(fragment, from);
  const end = to === null ? Number.POSITIVE_INFINITY : cutHeight(fragment, to);
  const shift = from === null ? 0 : placeBand(fragment, from, from.band).top - start;
  for (const box of fragment.positioned) {
    if (box.y >= start && box.y < end) drawFragment(sink, box, WHOLE, x + box.x, y + box.y + shift, mode);
  }
}
