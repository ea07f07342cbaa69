import type { BorderSide, ComputedStyle } from '../../document/index.ts';
import { borderRoom } from '../sizing/browser-rounding.ts';
import { type TableBox, type TableCell, type TableRow, toFlowBox } from './box.ts';

/**
 * Settles which border is drawn between cells where borders collapse (CSS 2.2 §17.6.2.1): the wider wins, then solid
 * over dashed over dotted, then the cell's over the row's, the group's, the column's and the table's, then the one
 * further left or up. Cells and table keep half of each border's width as room for it.
 */
export function collapseBorders(table: TableBox): TableBox {
  const grid = new BorderGrid(table.rows.length, table.columnCount);
  // In order of precedence, so that of equal borders the first stays.
  for (const [r, row] of table.rows.entries()) for (const cell of row.cells) grid.offerCell(cell, r);
  for (const [r, row] of table.rows.entries()) grid.offer(row.style, r, r + 1, 0, table.columnCount);
  for (const [start, end, style] of groupsOf(table.rows)) grid.offer(style, start, end, 0, table.columnCount);
  for (const [c, style] of table.columns.entries()) if (style) grid.offer(style, 0, table.rows.length, c, c + 1);
  grid.offer(table.style, 0, table.rows.length, 0, table.columnCount);
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell) => restyle(cell, withHalves(cell.box.style, grid.around(cell, r)))),
  }));
  return {
    ...table,
    rows,
    style: { ...withHalves(table.style, grid.outside()), ...NO_PADDING },
    borders: { horizontal: grid.horizontal, vertical: grid.vertical },
  };
}

function restyle(cell: TableCell, style: ComputedStyle): TableCell {
  const { column, columnSpan, rowSpan, box } = cell;
  const { order, tag, place, link, content, marker } = box;
  if (style === box.style) return cell;
  return { column, columnSpan, rowSpan, box: toFlowBox({ order, tag, place, style, link }, content, marker) };
}

const NONE = { points: 0, percent: 0 };
const NO_PADDING = { paddingTop: NONE, paddingRight: NONE, paddingBottom: NONE, paddingLeft: NONE };

/** Half widths: top, right, bottom, left. */
type Halves = readonly [number, number, number, number];

class BorderGrid {
  readonly horizontal: (BorderSide | null)[][];
  readonly vertical: (BorderSide | null)[][];

  constructor(rows: number, columns: number) {
    this.horizontal = Array.from({ length: rows + 1 }, () => new Array<BorderSide | null>(columns).fill(null));
    this.vertical = Array.from({ length: rows }, () => new Array<BorderSide | null>(columns + 1).fill(null));
  }

  offerCell(cell: TableCell, row: number): void {
    const { style } = cell.box;
    this.offer(style, row, row + cell.rowSpan, cell.column, cell.column + cell.columnSpan);
  }

  /** Offers a style's four borders around rows `top` to `bottom` and columns `left` to `right`, ends not included. */
  offer(style: ComputedStyle, top: number, bottom: number, left: number, right: number): void {
    for (let c = left; c < right; c++) {
      keepStronger(this.horizontal[top], c, style.borderTop);
      keepStronger(this.horizontal[bottom], c, style.borderBottom);
    }
    for (let r = top; r < bottom; r++) {
      keepStronger(this.vertical[r], left, style.borderLeft);
      keepStronger(this.vertical[r], right, style.borderRight);
    }
  }

  /** Half of the widest border along each side of a cell. */
  around(cell: TableCell, row: number): Halves {
    const right = cell.column + cell.columnSpan;
    const bottom = row + cell.rowSpan;
    return [
      this.#halfAcross(row, cell.column, right),
      this.#halfDown(right, row, bottom),
      this.#halfAcross(bottom, cell.column, right),
      this.#halfDown(cell.column, row, bottom),
    ];
  }

  outside(): Halves {
    const rows = this.vertical.length;
    const columns = this.horizontal[0]?.length ?? 0;
    return [
      this.#halfAcross(0, 0, columns),
      this.#halfDown(columns, 0, rows),
      this.#halfAcross(rows, 0, columns),
      this.#halfDown(0, 0, rows),
    ];
  }

  #halfAcross(row: number, left: number, right: number): number {
    let width = 0;
    for (let c = left; c < right; c++) width = Math.max(width, roomOf(this.horizontal[row]?.[c]));
    return width / 2;
  }

  #halfDown(column: number, top: number, bottom: number): number {
    let width = 0;
    for (let r = top; r < bottom; r++) width = Math.max(width, roomOf(this.vertical[r]?.[column]));
    return width / 2;
  }
}

function roomOf(border: BorderSide | null | undefined): number {
  return border ? borderRoom(border) : 0;
}

const STYLE_ORDER = { none: 0, dotted: 1, dashed: 2, solid: 3 } as const;

function keepStronger(edges: (BorderSide | null)[] | undefined, index: number, offered: BorderSide): void {
  if (edges === undefined || offered.style === 'none' || offered.width === 0) return;
  const kept = edges[index] ?? null;
  const wins =
    kept === null ||
    offered.width > kept.width ||
    (offered.width === kept.width && STYLE_ORDER[offered.style] > STYLE_ORDER[kept.style]);
  if (wins) edges[index] = offered;
}

/** Row groups as first row, row after the last, and style. */
function groupsOf(rows: readonly TableRow[]): [start: number, end: number, style: ComputedStyle][] {
  const groups: [number, number, ComputedStyle][] = [];
  let start = 0;
  for (const [r, row] of rows.entries()) {
    if (row.isFirstOfGroup) start = r;
    if (row.isLastOfGroup && row.groupStyle) groups.push([start, r + 1, row.groupStyle]);
  }
  return groups;
}

/**
 * A style with half borders, or the style itself where it has none and needs none. One object for each combination, since
 * thousands of cells share a few.
 */
function withHalves(style: ComputedStyle, halves: Halves): ComputedStyle {
  if (halves.every((half) => half === 0) && hasNoBorder(style)) return style;
  const own = HALF_STYLES.get(style) ?? new Map<string, ComputedStyle>();
  HALF_STYLES.set(style, own);
  const [top, right, bottom, left] = halves;
  const key = `${top},${right},${bottom},${left}`;
  const known = own.get(key);
  if (known) return known;
  const made = {
    ...style,
    borderTop: room(style.borderTop, top),
    borderRight: room(style.borderRight, right),
    borderBottom: room(style.borderBottom, bottom),
    borderLeft: room(style.borderLeft, left),
  };
  own.set(key, made);
  return made;
}

function hasNoBorder({ borderTop, borderRight, borderBottom, borderLeft }: ComputedStyle): boolean {
  return [borderTop, borderRight, borderBottom, borderLeft].every(({ style }) => style === 'none');
}

/** Documents of one template share their styles, and so these. */
const HALF_STYLES = new WeakMap<ComputedStyle, Map<string, ComputedStyle>>();

/** Width without ink: the border itself is drawn by the table. */
function room(side: BorderSide, width: number): BorderSide {
  return { ...side, width, style: 'none' };
}
