import type { BoxBand, Fragment } from '../fragment.ts';
import { drawsItself } from '../has-ink.ts';
import {
  asCut,
  type BoxCut,
  boxCuts,
  boxTops,
  type Cut,
  isSideBySide,
  naturalHeight,
  pieceHeight,
  placeBand,
} from './cut.ts';

/**
 * The height that the rest of a fragment must have on a page. A box that draws nothing of itself may lose room at its
 * bottom to the page's end, as a margin does.
 */
export function neededHeight(fragment: Fragment, from: Cut | null): number {
  const last = fragment.bands.at(-1);
  if (drawsItself(fragment.box.style) || fragment.box.kind === 'image') return pieceHeight(fragment, from);
  if (last === undefined || (from !== null && from.band === fragment.bands.length)) return 0;
  const placed = placeBand(fragment, from, fragment.bands.length - 1);
  if (last.kind === 'line' || last.row) return placed.top + placed.height;
  return placed.top + neededBandHeight(last, placed.from);
}

/** The same for boxes side by side. */
export function neededBandHeight(band: BoxBand, from: readonly BoxCut[] | null): number {
  const cuts = boxCuts(band, from);
  const tops = boxTops(band, from);
  const heights = band.boxes.map((box, i) => {
    const start = cuts[i] ?? 'start';
    if (start === 'end') return 0;
    const needed = neededHeight(box, asCut(start));
    const natural = isSideBySide(band) ? naturalHeight(box, asCut(start)) : needed;
    return (tops[i] ?? 0) + Math.min(needed, natural);
  });
  return Math.max(0, ...heights);
}
