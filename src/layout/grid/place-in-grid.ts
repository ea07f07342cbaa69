import type { ComputedStyle, GridPlacement } from '../../document/index.ts';
import type { GridBox, LayoutBox } from '../boxes/box.ts';
import { layoutFaults } from '../faults.ts';

/** Tracks from `start`, counted from 0, as many as `span`. */
export interface TrackSpan {
  readonly start: number;
  readonly span: number;
}

/** An item with the cells that it takes. */
export interface GridItem {
  readonly box: LayoutBox;
  readonly column: TrackSpan;
  readonly row: TrackSpan;
}

export interface PlacedGrid {
  /** In the order of `order`, then of the document. */
  readonly items: readonly GridItem[];
  readonly columnCount: number;
  readonly rowCount: number;
}

/** Where an item asks to be along one axis; `start` is null where the grid chooses. */
interface AskedSpan {
  readonly start: number | null;
  readonly span: number;
}

/**
 * Finds a place for every item (CSS Grid 1 §8.5): first those that name row and column, then those that name a row, then
 * the others one after the other, row by row, never going back.
 */
export function placeInGrid(grid: GridBox): PlacedGrid {
  const { gridTemplateColumns, gridTemplateRows } = grid.style;
  const asked = inOrder(grid).map((box) => ({
    box,
    column: toSpan(box, box.style.gridColumn, gridTemplateColumns.length),
    row: toSpan(box, box.style.gridRow, gridTemplateRows.length),
  }));
  const reach = asked.map(({ column }) => (column.start ?? 0) + column.span);
  const columnCount = Math.max(1, gridTemplateColumns.length, ...reach);
  const taken = new TakenCells();
  const places = new Map<LayoutBox, GridItem>();
  const place = (box: LayoutBox, column: TrackSpan, row: TrackSpan) => {
    taken.take(column, row);
    places.set(box, { box, column, row });
  };
  for (const { box, column, row } of asked) {
    if (isKnown(row) && isKnown(column)) place(box, column, row);
  }
  for (const { box, column, row } of asked) {
    if (!isKnown(row) || isKnown(column)) continue;
    place(box, { start: taken.firstColumn(row, column.span, columnCount), span: column.span }, row);
  }
  let cursor = { column: 0, row: 0 };
  for (const { box, column, row } of asked) {
    if (row.start !== null) continue;
    cursor = taken.nextPlace(cursor, column, row.span, columnCount);
    place(box, { start: cursor.column, span: column.span }, { start: cursor.row, span: row.span });
  }
  const items = asked.flatMap(({ box }) => places.get(box) ?? []);
  const rowCount = Math.max(gridTemplateRows.length, ...items.map(({ row }) => row.start + row.span));
  return {
    items,
    columnCount: Math.max(columnCount, ...items.map(({ column }) => column.start + column.span)),
    rowCount,
  };
}

function isKnown(span: AskedSpan): span is TrackSpan {
  return span.start !== null;
}

function inOrder({ children }: GridBox): LayoutBox[] {
  const boxes = children.filter((child) => child.kind !== 'out-of-flow');
  return boxes.toSorted((a, b) => a.style.order - b.style.order);
}

/** Lines count from 1, or back from the last one that is written out (§8.3). */
function toSpan(box: LayoutBox, { start, end }: GridPlacement, explicit: number): AskedSpan {
  const lineOf = (line: number) => (line > 0 ? line - 1 : explicit + 1 + line);
  const first = typeof start === 'number' ? lineOf(start) : null;
  const last = typeof end === 'number' ? lineOf(end) : null;
  const span = typeof end === 'object' ? end.span : 1;
  const asked =
    first !== null && last !== null
      ? { start: Math.min(first, last), span: Math.max(1, Math.abs(last - first)) }
      : { start: first ?? (last === null ? null : last - span), span };
  if (asked.start === null || asked.start >= 0) return asked;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected place of <${box.tag}> before the first line of its grid`,
    place: box.place,
  });
}

class TakenCells {
  readonly #cells = new Set<string>();

  take(column: TrackSpan, row: TrackSpan): void {
    for (const cell of cellsOf(column, row)) this.#cells.add(cell);
  }

  isFree(column: TrackSpan, row: TrackSpan): boolean {
    return cellsOf(column, row).every((cell) => !this.#cells.has(cell));
  }

  /** The first column in which a span is free in given rows; beyond the last one if need be. */
  firstColumn(row: TrackSpan, span: number, columnCount: number): number {
    for (let start = 0; start + span <= columnCount; start++) if (this.isFree({ start, span }, row)) return start;
    return columnCount;
  }

  /** The next free place from the cursor on. */
  nextPlace(
    cursor: { readonly column: number; readonly row: number },
    column: AskedSpan,
    rowSpan: number,
    columnCount: number,
  ): { readonly column: number; readonly row: number } {
    let { row } = cursor;
    let next = cursor.column;
    if (column.start !== null) {
      if (column.start < cursor.column) row++;
      while (!this.isFree({ start: column.start, span: column.span }, { start: row, span: rowSpan })) row++;
      return { column: column.start, row };
    }
    for (;;) {
      if (next + column.span > columnCount) {
        row++;
        next = 0;
      }
      if (this.isFree({ start: next, span: column.span }, { start: row, span: rowSpan })) return { column: next, row };
      next++;
    }
  }
}

function cellsOf(column: TrackSpan, row: TrackSpan): string[] {
  const cells: string[] = [];
  for (let r = row.start; r < row.start + row.span; r++) {
    for (let c = column.start; c < column.start + column.span; c++) cells.push(`${r} ${c}`);
  }
  return cells;
}

/** Which of a grid's own alignments holds for an item. */
export function alignmentOf(grid: ComputedStyle, item: ComputedStyle): Exclude<ComputedStyle['alignItems'], 'normal'> {
  const align = item.alignSelf === 'auto' ? grid.alignItems : item.alignSelf;
  return align === 'normal' ? 'stretch' : align;
}
