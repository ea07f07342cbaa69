import type { GridBox } from '../boxes/box.ts';
import type { Fragment } from '../fragment.ts';
import { type Pass, shrinkingSpace } from '../pass.ts';
import { place } from '../positioned/relative-offset.ts';
import { type Insets, marginsOf } from '../sizing/edges.ts';
import { alignmentOf, type GridItem } from './place-in-grid.ts';
import type { TrackDemand } from './size-tracks.ts';

/** Room along one axis. */
interface Room {
  readonly start: number;
  readonly size: number;
}

/** An item laid out at the width of its columns. */
export interface SizedGridItem {
  readonly item: GridItem;
  readonly align: ReturnType<typeof alignmentOf>;
  readonly columns: Room;
  readonly margins: Insets;
  readonly fragment: Fragment;
}

/** An item fills its columns, unless it has a width, a ratio or margins of its own (CSS Grid 1 §6.2). */
export function layOutItem(pass: Pass, grid: GridBox, item: GridItem, columns: Room): SizedGridItem {
  const { box } = item;
  const { style } = box;
  const margins = marginsOf(style, columns.size);
  const fills =
    box.kind !== 'image' && style.width === 'auto' && style.marginLeft !== 'auto' && style.marginRight !== 'auto';
  const space = shrinkingSpace(columns.size, null);
  const fixedWidth = fills && style.maxWidth === 'none' ? Math.max(0, columns.size - margins.horizontal) : null;
  const fragment = pass.layOut(box, { ...space, autoWidth: fills ? 'fill' : 'shrink', fixedWidth });
  return { item, align: alignmentOf(grid.style, style), columns, margins, fragment };
}

/** What items ask of the rows; those that share a baseline ask for room above it and below (§10.6). */
export function heightDemands(items: readonly SizedGridItem[]): TrackDemand[] {
  const byRow = groupByRow(items);
  return items.map((sized) => {
    const shift = baselineShift(sized, byRow.get(sized.item.row.start) ?? []);
    const height = sized.fragment.height + sized.margins.vertical + shift;
    return { ...sized.item.row, min: height, max: height };
  });
}

/** An item in its cell, with its height settled. */
export function fitItem(pass: Pass, sized: SizedGridItem, rows: Room, shift: number): Fragment {
  const { item, align, columns, margins } = sized;
  const { style } = item.box;
  const isOpen = style.height === 'auto' && style.marginTop !== 'auto' && style.marginBottom !== 'auto';
  const stretches = align === 'stretch' && isOpen && item.box.kind !== 'image' && style.maxHeight === 'none';
  const fragment = stretches
    ? pass.layOut(item.box, {
        ...shrinkingSpace(columns.size, rows.size),
        fixedWidth: sized.fragment.width,
        fixedHeight: Math.max(0, rows.size - margins.vertical),
      })
    : sized.fragment;
  const x = columns.start + before(style.marginLeft, style.marginRight, margins.left, freeAcross(sized));
  const free = rows.size - fragment.height - margins.vertical;
  const y = rows.start + before(style.marginTop, style.marginBottom, margins.top, free) + shareOf(align, free, shift);
  return place(fragment, x, y, columns.size, rows.size);
}

function freeAcross({ columns, fragment, margins }: SizedGridItem): number {
  return columns.size - fragment.width - margins.horizontal;
}

/** Auto margins take the room that is left. */
function before(start: unknown, end: unknown, margin: number, free: number): number {
  if (start !== 'auto') return margin;
  return margin + Math.max(0, end === 'auto' ? free / 2 : free);
}

function shareOf(align: SizedGridItem['align'], free: number, shift: number): number {
  if (align === 'end') return free;
  if (align === 'center') return free / 2;
  return align === 'baseline' ? shift : 0;
}

/** Items by the row that they begin in. */
export function groupByRow(items: readonly SizedGridItem[]): Map<number, SizedGridItem[]> {
  const rows = new Map<number, SizedGridItem[]>();
  for (const sized of items) {
    const row = rows.get(sized.item.row.start);
    if (row) row.push(sized);
    else rows.set(sized.item.row.start, [sized]);
  }
  return rows;
}

/** How far an item goes down so that its baseline is that of the others that begin in its row. */
export function baselineShift(sized: SizedGridItem, row: readonly SizedGridItem[]): number {
  if (sized.align !== 'baseline') return 0;
  const sharing = row.filter(({ align }) => align === 'baseline');
  return Math.max(...sharing.map(ascentOf)) - ascentOf(sized);
}

function ascentOf({ fragment, margins }: SizedGridItem): number {
  return margins.top + (fragment.firstBaseline ?? fragment.height);
}
