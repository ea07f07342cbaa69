import type { TableBox } from '../boxes/box.ts';
import type { Pass } from '../pass.ts';
import { insetsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { measureColumns, spacingOf } from './columns.ts';
import { distributeWidth } from './distribute-width.ts';

/** The width of every column, given the width of the table's content box. */
export function columnWidths(pass: Pass, table: TableBox, width: number): number[] {
  const available = width - spacingOf(table.style).horizontal * (table.columnCount + 1);
  const isFixed = table.style.tableLayout === 'fixed' && table.style.width !== 'auto';
  return isFixed ? fixedWidths(table, available) : distributeWidth(measureColumns(pass, table), available);
}

/** Fixed layout looks at `<col>`s and the first row alone; the rest share what is left (CSS 2.2 §17.5.2.1). */
function fixedWidths(table: TableBox, available: number): number[] {
  const widths: (number | null)[] = Array.from({ length: table.columnCount }, (_, c) => {
    const width = table.columns[c]?.width;
    return typeof width === 'object' ? resolve(width, available) : null;
  });
  for (const { column, columnSpan, box } of table.rows[0]?.cells ?? []) {
    if (typeof box.style.width !== 'object' || widths[column] !== null) continue;
    const insets = box.style.boxSizing === 'border-box' ? 0 : insetsOf(box.style, available).horizontal;
    const share = (resolve(box.style.width, available) + insets) / columnSpan;
    for (let c = column; c < column + columnSpan; c++) widths[c] = share;
  }
  const open = widths.filter((width) => width === null).length;
  const free = available - widths.reduce((sum: number, width) => sum + (width ?? 0), 0);
  if (open > 0) return widths.map((width) => width ?? Math.max(0, free) / open);
  const used = available - free;
  return widths.map((width) => (width ?? 0) + (used === 0 ? 0 : (Math.max(0, free) * (width ?? 0)) / used));
}
