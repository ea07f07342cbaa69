import type { TrackSize } from '../../document/index.ts';
import type { GridBox } from '../boxes/box.ts';
import type { IntrinsicSizes, Pass } from '../pass.ts';
import { contributionOf } from '../sizing/width.ts';
import { type PlacedGrid, placeInGrid } from './place-in-grid.ts';
import { sizeTracks, type TrackDemand } from './size-tracks.ts';

/** The narrowest and widest that a grid can be: its columns together. */
export function measureGrid(pass: Pass, grid: GridBox): IntrinsicSizes {
  const placed = placeInGrid(grid);
  const demands = columnDemands(pass, placed);
  const gap = grid.style.columnGap.points;
  const room = { available: null, gap, stretches: false };
  const widthOf = (asked: readonly TrackDemand[]) =>
    sizeTracks(columnsOf(grid, placed), asked, room).reduce((sum, size) => sum + size, gap * (placed.columnCount - 1));
  return { min: widthOf(demands.map((demand) => ({ ...demand, max: demand.min }))), max: widthOf(demands) };
}

export function columnDemands(pass: Pass, { items }: PlacedGrid): TrackDemand[] {
  return items.map(({ box, column }) => ({ ...column, ...contributionOf(pass, box) }));
}

/** The columns written out, and `auto` ones for items beyond them (CSS Grid 1 §7.5). */
export function columnsOf(grid: GridBox, { columnCount }: PlacedGrid): TrackSize[] {
  return fillTracks(grid.style.gridTemplateColumns, columnCount);
}

export function rowsOf(grid: GridBox, { rowCount }: PlacedGrid): TrackSize[] {
  return fillTracks(grid.style.gridTemplateRows, rowCount);
}

function fillTracks(tracks: readonly TrackSize[], count: number): TrackSize[] {
  const implied = Array.from({ length: Math.max(0, count - tracks.length) }, (): TrackSize => ({ kind: 'auto' }));
  return [...tracks, ...implied];
}
