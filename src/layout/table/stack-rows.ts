import type { TableBox, TableCell, TableRow } from '../boxes/box.ts';
import { forcesInside, stronger } from '../break-values.ts';
import type { BoxBand, Fragment, RowBand } from '../fragment.ts';
import { type Pass, shrinkingSpace } from '../pass.ts';
import type { Insets } from '../sizing/edges.ts';
import { borderLinesOf } from './border-lines.ts';
import { spacingOf } from './columns.ts';
import { cellAscent, placeCell } from './place-cell.ts';
import { rowHeights, type SizedCell } from './row-heights.ts';

/** Stacks rows, at least `least` high together: what cells need, then each cell aligned in its row (CSS 2.2 §17.5.3). */
export function stackRows(
  pass: Pass,
  table: TableBox,
  widths: readonly number[],
  insets: Insets,
  least = 0,
): { readonly bands: readonly BoxBand[]; readonly height: number } {
  const spacing = spacingOf(table.style);
  const lefts = columnLefts(widths, insets.left + spacing.horizontal, spacing.horizontal);
  const cells = table.rows.map((row, r) =>
    row.cells.map((cell) => sizeCell(pass, cell, r, widths, spacing.horizontal)),
  );
  const baselines = cells.map((row) => Math.max(0, ...row.map((sized) => cellAscent(sized.fragment) ?? 0)));
  const heights = rowHeights(table, cells, baselines, spacing.vertical, least);
  const width = lefts.at(-1) ?? 0;

  const spanned = spannedRows(table.rows);
  const bands: BoxBand[] = [];
  let y = insets.top + (table.rows.length > 0 ? spacing.vertical : 0);
  const tops = heights.map((height) => {
    const top = y;
    y += height + spacing.vertical;
    return top;
  });
  for (const [r, row] of table.rows.entries()) {
    const top = tops[r] ?? 0;
    const boxes = (cells[r] ?? []).map(({ cell, fragment }) => {
      const last = r + cell.rowSpan - 1;
      const height = (tops[last] ?? top) + (heights[last] ?? 0) - top;
      return placeCell(fragment, lefts[cell.column] ?? 0, top, height, baselines[r] ?? 0);
    });
    const band = { x: lefts[0] ?? 0, width: width - (lefts[0] ?? 0) - spacing.horizontal, row };
    const lines = borderLinesOf(table, r, lefts, heights[r] ?? 0, spacing.horizontal);
    bands.push(toRowBand(boxes, top, heights[r] ?? 0, { lines, ...band }, spanned[r] ?? false));
  }
  return { bands, height: y - insets.top };
}

/** The left edge of each column, and one more beyond the last. */
function columnLefts(widths: readonly number[], start: number, spacing: number): number[] {
  let x = start;
  const lefts = widths.map((width) => {
    const left = x;
    x += width + spacing;
    return left;
  });
  return [...lefts, x];
}

function sizeCell(pass: Pass, cell: TableCell, row: number, widths: readonly number[], spacing: number): SizedCell {
  let width = spacing * (cell.columnSpan - 1);
  for (let c = cell.column; c < cell.column + cell.columnSpan; c++) width += widths[c] ?? 0;
  return { cell, row, fragment: pass.layOut(cell.box, shrinkingSpace(width, null, width)) };
}

/**
 * A row's band. Rows stay whole if they can; a page ends neither after a header row, nor inside a cell that spans rows,
 * nor inside a group that is to stay together.
 */
function toRowBand(boxes: readonly Fragment[], y: number, height: number, row: RowBand, isSpanned: boolean): BoxBand {
  const { style, groupStyle, section, isFirstOfGroup, isLastOfGroup } = row.row;
  const ownAfter = isLastOfGroup && groupStyle ? stronger(style.breakAfter, groupStyle.breakAfter) : style.breakAfter;
  const holds = section === 'header' || isSpanned || (!isLastOfGroup && groupStyle?.breakInside === 'avoid');
  return {
    kind: 'boxes',
    y,
    height,
    boxes,
    breakBefore: isFirstOfGroup && groupStyle ? stronger(style.breakBefore, groupStyle.breakBefore) : style.breakBefore,
    breakAfter: stronger(ownAfter, holds ? 'avoid' : 'auto'),
    breakInside: 'avoid',
    hasForcedBreak: forcesInside(boxes),
    row,
  };
}

/** For each row, whether some cell reaches from it, or from above it, into the next. */
function spannedRows(rows: readonly TableRow[]): boolean[] {
  let reach = -1;
  return rows.map((row, r) => {
    for (const cell of row.cells) reach = Math.max(reach, r + cell.rowSpan - 1);
    return reach > r;
  });
}
