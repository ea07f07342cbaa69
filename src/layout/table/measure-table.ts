import type { TableBox } from '../boxes/box.ts';
import type { IntrinsicSizes, Pass } from '../pass.ts';
import { measureColumns, spacingOf, type TableColumn } from './columns.ts';

/** The narrowest and widest a table can be: its columns together, and at least its captions. */
export function measureTable(pass: Pass, table: TableBox): IntrinsicSizes {
  const columns = measureColumns(pass, table);
  const gaps = spacingOf(table.style).horizontal * (columns.length + 1);
  const caption = Math.max(0, ...table.captions.map((box) => pass.measure(box).min));
  const min = columns.reduce((sum, column) => sum + column.min, gaps);
  const max = Math.max(
    columns.reduce((sum, column) => sum + column.max, gaps),
    widestByShare(columns) + gaps,
  );
  return { min: Math.max(min, caption), max: Math.max(min, max, caption) };
}

/** A column that wants 10 points and a tenth of the table asks for a table of 100. */
function widestByShare(columns: readonly TableColumn[]): number {
  const shares = columns.map(({ percent, max }) => (percent === null || percent <= 0 ? 0 : (max * 100) / percent));
  return Math.max(0, ...shares);
}
