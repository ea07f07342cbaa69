import { firstBaseline, lastBaseline } from '../block/lay-out-flow.ts';
import { liftAll } from '../block/stack-blocks.ts';
import type { GridBox } from '../boxes/box.ts';
import { toBand } from '../break-values.ts';
import { distribute } from '../flex/distribute.ts';
import type { BoxBand, Fragment, PendingBox } from '../fragment.ts';
import { ownMargins } from '../margins.ts';
import type { Pass, Space } from '../pass.ts';
import { adoptPositioned } from '../positioned/lay-out-positioned.ts';
import { type Insets, insetsOf, marginsOf } from '../sizing/edges.ts';
import { clampHeight, definiteHeight } from '../sizing/height.ts';
import { resolve } from '../sizing/lengths.ts';
import { usedWidth } from '../sizing/width.ts';
import { baselineShift, fitItem, groupByRow, heightDemands, layOutItem, type SizedGridItem } from './grid-item.ts';
import { columnDemands, columnsOf, rowsOf } from './measure-grid.ts';
import { placeInGrid, type TrackSpan } from './place-in-grid.ts';
import { sizeTracks } from './size-tracks.ts';

/** A grid container (CSS Grid 1 §11): places, columns, items at their width, rows, items in their cells. */
export function layOutGrid(pass: Pass, grid: GridBox, space: Space): Fragment {
  const { style } = grid;
  const insets = insetsOf(style, space.width);
  const margins = marginsOf(style, space.width);
  const width = usedWidth(pass, grid, space);
  const asked = definiteHeight(style, space, insets.vertical);
  const placed = placeInGrid(grid);

  const inner = width - insets.horizontal;
  const columnGap = resolve(style.columnGap, inner);
  const columnSizes = sizeTracks(columnsOf(grid, placed), columnDemands(pass, placed), {
    available: inner,
    gap: columnGap,
    stretches: style.justifyContent === 'normal',
  });
  const columns = layTracks(columnSizes, columnGap, insets.left, inner, style.justifyContent);
  const sized = placed.items.map((item) => layOutItem(pass, grid, item, spanOf(columns, item.column)));

  const rowGap = resolve(style.rowGap, asked ?? 0);
  const rowSizes = sizeTracks(rowsOf(grid, placed), heightDemands(sized), {
    available: asked,
    gap: rowGap,
    stretches: style.alignContent === 'normal' || style.alignContent === 'stretch',
  });
  const used = totalOf(rowSizes, rowGap);
  const height = asked ?? clampHeight(style, used, space.height, insets.vertical);
  const rows = layTracks(rowSizes, rowGap, insets.top, height, style.alignContent);
  const bands = toBands(pass, sized, rows);
  const fragment: Fragment = {
    box: grid,
    x: 0,
    y: 0,
    width,
    height: height + insets.vertical,
    bands,
    bottomInset: insets.bottom,
    contentShift: 0,
    overflow: {
      width: Math.max(0, totalOf(columnSizes, columnGap) - inner),
      height: Math.max(0, used - height),
    },
    continuation: null,
    positioned: [],
    pending: [...outOfFlow(grid, insets), ...liftAll(bands)],
    margins: ownMargins(margins.top, margins.bottom),
    firstBaseline: firstBaseline(bands),
    lastBaseline: lastBaseline(bands),
  };
  return adoptPositioned(pass, fragment);
}

/** A track's place along its axis. */
interface LaidTrack {
  readonly start: number;
  readonly size: number;
}

function layTracks(
  sizes: readonly number[],
  gap: number,
  origin: number,
  available: number,
  how: Parameters<typeof distribute>[0],
): LaidTrack[] {
  const spacing = distribute(how, available - totalOf(sizes, gap), sizes.length);
  let pen = origin + spacing.before;
  return sizes.map((size) => {
    const start = pen;
    pen += size + gap + spacing.between;
    return { start, size };
  });
}

function totalOf(sizes: readonly number[], gap: number): number {
  return sizes.reduce((sum, size) => sum + size, gap * Math.max(0, sizes.length - 1));
}

function spanOf(tracks: readonly LaidTrack[], { start, span }: TrackSpan): LaidTrack {
  const first = tracks[start] ?? { start: 0, size: 0 };
  const last = tracks[start + span - 1] ?? first;
  return { start: first.start, size: last.start + last.size - first.start };
}

/** Rows as bands; rows that some item spans are one band. */
function toBands(pass: Pass, items: readonly SizedGridItem[], rows: readonly LaidTrack[]): BoxBand[] {
  const byRow = groupByRow(items);
  const bands: BoxBand[] = [];
  let start = 0;
  while (start < rows.length) {
    const end = endOfBand(byRow, start);
    const band = spanOf(rows, { start, span: end - start });
    const boxes = Array.from({ length: end - start }, (_, i) => byRow.get(start + i) ?? []).flatMap((row) =>
      row.map((sized) => fitItem(pass, sized, spanOf(rows, sized.item.row), baselineShift(sized, row))),
    );
    const keeps = boxes.some(({ box }) => box.style.breakInside === 'avoid');
    if (boxes.length > 0) bands.push(toBand(boxes, band.start, band.size, keeps ? 'avoid' : 'auto'));
    start = end;
  }
  return bands;
}

function endOfBand(byRow: ReadonlyMap<number, readonly SizedGridItem[]>, start: number): number {
  let end = start + 1;
  for (let row = start; row < end; row++) {
    for (const { item } of byRow.get(row) ?? []) end = Math.max(end, item.row.start + item.row.span);
  }
  return end;
}

function outOfFlow(grid: GridBox, insets: Insets): PendingBox[] {
  return grid.children.flatMap((child) =>
    child.kind === 'out-of-flow' ? [{ box: child.box, x: insets.left, y: insets.top }] : [],
  );
}
