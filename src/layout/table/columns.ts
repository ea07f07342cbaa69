import type { ComputedStyle } from '../../document/index.ts';
import type { TableBox, TableCell, TableRow } from '../boxes/box.ts';
import { NO_BREAKS } from '../boxes/table-breaks.ts';
import type { Pass } from '../pass.ts';
import { cellSpacing } from '../sizing/browser-rounding.ts';
import { insetsOf } from '../sizing/edges.ts';
import { distributeExcess } from './distribute-width.ts';

/** What a column's cells ask of it; widths are of border boxes. */
export interface TableColumn {
  readonly min: number;
  readonly max: number;
  /** A share of the table's width, 0 to 100. */
  readonly percent: number | null;
  /** A cell or `<col>` gives it a width in points. */
  readonly isFixed: boolean;
}

/** What every column needs and wants, from `<col>`s and all cells (CSS 2.2 §17.5.2.2). Touches each cell once. */
export function measureColumns(pass: Pass, table: TableBox): TableColumn[] {
  const columns = Array.from({ length: table.columnCount }, (_, c) => fromStyle(table.columns[c] ?? null));
  const spanning: TableCell[] = [];
  for (const row of listRows(table)) {
    for (const cell of row.cells) {
      if (cell.columnSpan > 1) spanning.push(cell);
      else columns[cell.column] = merge(columns[cell.column] ?? EMPTY, measureCell(pass, cell));
    }
  }
  spanning.sort((a, b) => a.columnSpan - b.columnSpan);
  for (const cell of spanning) widenSpanned(columns, cell, measureCell(pass, cell), spacingOf(table.style));
  return columns;
}

/** All rows that share the columns: those of the table, and those that only a break shows. */
export function listRows({ rows, breaks }: TableBox): readonly TableRow[] {
  if (breaks === NO_BREAKS) return rows;
  const strips = [breaks, ...breaks.groups].flatMap(({ above, below }) => [above, below]);
  return [...rows, ...strips.flatMap((strip) => (strip === null || strip === 'header' ? [] : strip.rows))];
}

/** Room between neighbouring columns; collapsed borders leave none. */
export function spacingOf(style: ComputedStyle): { readonly horizontal: number; readonly vertical: number } {
  if (style.borderCollapse === 'collapse') return { horizontal: 0, vertical: 0 };
  const { horizontal, vertical } = style.borderSpacing;
  return { horizontal: cellSpacing(horizontal), vertical: cellSpacing(vertical) };
}

const EMPTY: TableColumn = { min: 0, max: 0, percent: null, isFixed: false };

function fromStyle(style: ComputedStyle | null): TableColumn {
  if (style === null || typeof style.width === 'string') return EMPTY;
  const { points, percent } = style.width;
  return percent !== 0 ? { ...EMPTY, percent } : { min: 0, max: points, percent: null, isFixed: true };
}

function measureCell(pass: Pass, cell: TableCell): TableColumn {
  const { style } = cell.box;
  const insets = insetsOf(style, 0).horizontal;
  const content = pass.measure(cell.box);
  const least = typeof style.minWidth === 'object' ? style.minWidth.points + boxInsets(style, insets) : 0;
  const min = Math.max(content.min + insets, least);
  const most =
    typeof style.maxWidth === 'object' && style.maxWidth.percent === 0
      ? style.maxWidth.points + boxInsets(style, insets)
      : Number.POSITIVE_INFINITY;
  if (typeof style.width === 'object' && style.width.percent === 0) {
    const asked = Math.max(min, Math.min(most, style.width.points + boxInsets(style, insets)));
    return { min, max: asked, percent: null, isFixed: true };
  }
  const percent = typeof style.width === 'object' ? style.width.percent : null;
  return { min, max: Math.max(min, Math.min(most, content.max + insets)), percent, isFixed: false };
}

function boxInsets(style: ComputedStyle, insets: number): number {
  return style.boxSizing === 'border-box' ? 0 : insets;
}

/** A fixed width beats what other cells would like, but not what they need. */
function merge(a: TableColumn, b: TableColumn): TableColumn {
  const min = Math.max(a.min, b.min);
  const isFixed = a.isFixed || b.isFixed;
  const wanted = a.isFixed === b.isFixed ? Math.max(a.max, b.max) : a.isFixed ? a.max : b.max;
  const percent = a.percent === null ? b.percent : Math.max(a.percent, b.percent ?? 0);
  return { min, max: Math.max(min, wanted), percent, isFixed };
}

/** A cell over several columns widens them where together they fall short of it (CSS Tables 3 §3.8.1). */
function widenSpanned(
  columns: TableColumn[],
  cell: TableCell,
  asked: TableColumn,
  spacing: { readonly horizontal: number },
): void {
  const spanned = columns.slice(cell.column, cell.column + cell.columnSpan);
  const gaps = spacing.horizontal * (cell.columnSpan - 1);
  const mins = distributeExcess(
    spanned,
    spanned.map((column) => column.min),
    asked.min - gaps,
  );
  const maxes = distributeExcess(
    spanned,
    spanned.map((column) => column.max),
    asked.max - gaps,
  );
  for (const [i, column] of spanned.entries()) {
    const min = mins[i] ?? column.min;
    columns[cell.column + i] = { ...column, min, max: Math.max(min, maxes[i] ?? column.max) };
  }
}
