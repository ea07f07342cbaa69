import type { TableBox, TableCell } from '../boxes/box.ts';
import type { Fragment } from '../fragment.ts';
import { insetsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { cellAscent } from './place-cell.ts';

/** A cell laid out at its column's width, as high as its content. */
export interface SizedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly fragment: Fragment;
}

/**
 * Rows as high as their cells and their own height ask (CSS 2.2 §17.5.3). What a cell over several rows lacks is shared
 * by the rows it spans (CSS Tables 3 §3.10.4). `spacing` lies between rows,
 * and `least` is what the table's own height asks of all of them and the room around them.
 */
export function rowHeights(
  table: TableBox,
  cells: readonly (readonly SizedCell[])[],
  baselines: readonly number[],
  spacing: number,
  least: number,
): number[] {
  const heights = table.rows.map((row, r) => {
    const own = typeof row.style.height === 'object' ? resolve(row.style.height, 0) : 0;
    const asked = (cells[r] ?? []).filter(({ cell }) => cell.rowSpan === 1);
    return Math.max(own, ...asked.map(({ fragment }) => cellHeight(fragment, baselines[r] ?? 0)));
  });
  const spanning = cells.flat().filter(({ cell }) => cell.rowSpan > 1);
  for (const { cell, row, fragment } of spanning.toSorted((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const needed = cellHeight(fragment, baselines[row] ?? 0) - spacing * (cell.rowSpan - 1);
    stretchRows(heights, row, row + cell.rowSpan, needed);
  }
  stretchBody(table, heights, least - spacing * (heights.length + 1));
  return heights;
}

/** What the table's own height leaves over goes to the rows of its body, if it has any (CSS Tables 3 §3.10.6). */
function stretchBody({ rows }: TableBox, heights: number[], needed: number): void {
  const first = rows.findIndex(({ section }) => section === 'body');
  if (first < 0) {
    stretchRows(heights, 0, heights.length, needed);
    return;
  }
  const last = rows.findLastIndex(({ section }) => section === 'body');
  const others = heights.reduce((sum, height, r) => (r < first || r > last ? sum + height : sum), 0);
  stretchRows(heights, first, last + 1, needed - others);
}

/** Makes rows `start` up to `end` at least `needed` high together, each in proportion to its height. */
function stretchRows(heights: number[], start: number, end: number, needed: number): void {
  const spanned = heights.slice(start, end);
  const total = spanned.reduce((sum, height) => sum + height, 0);
  const missing = needed - total;
  if (missing <= 0) return;
  for (const [i, height] of spanned.entries()) {
    const isLast = start + i === end - 1;
    heights[start + i] = height + (total > 0 ? (missing * height) / total : isLast ? missing : 0);
  }
}

/** What a cell needs: its content below the row's baseline, and at least its own `height`. */
function cellHeight(fragment: Fragment, baseline: number): number {
  const { style } = fragment.box;
  const ascent = cellAscent(fragment);
  const content = ascent === null ? fragment.height : baseline - ascent + fragment.height;
  if (typeof style.height !== 'object' || style.height.percent !== 0) return content;
  const insets = style.boxSizing === 'border-box' ? 0 : insetsOf(style, fragment.width).vertical;
  return Math.max(content, style.height.points + insets);
}
