import type { ComputedStyle } from '../../document/index.ts';
import { firstBaseline, lastBaseline } from '../block/lay-out-flow.ts';
import { liftAll } from '../block/stack-blocks.ts';
import { anonymousStyle } from '../boxes/anonymous-style.ts';
import type { TableBox } from '../boxes/box.ts';
import { toBand } from '../break-values.ts';
import { type BoxBand, type Fragment, moveTo, NO_OVERFLOW } from '../fragment.ts';
import { ownMargins } from '../margins.ts';
import { type Pass, type Space, shrinkingSpace } from '../pass.ts';
import { adoptPositioned } from '../positioned/lay-out-positioned.ts';
import { insetsOf, marginsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { usedWidth } from '../sizing/width.ts';
import { columnWidths } from './column-widths.ts';
import { layOutBreaks } from './lay-out-strip.ts';
import { stackRows } from './stack-rows.ts';

/** A table: column widths first, then each row once (CSS 2.2 §17.5). Captions stand above or below the grid. */
export function layOutTable(pass: Pass, table: TableBox, space: Space): Fragment {
  const grid = layOutGrid(pass, table, space);
  if (table.captions.length === 0) return adoptPositioned(pass, grid);
  return addCaptions(pass, table, grid, space);
}

function layOutGrid(pass: Pass, table: TableBox, space: Space): Fragment {
  const insets = insetsOf(table.style, space.width);
  const margins = marginsOf(table.style, space.width);
  const asked = usedWidth(pass, table, space);
  const isFixed = table.style.tableLayout === 'fixed' && table.style.width !== 'auto';
  const width = isFixed ? asked : Math.max(asked, pass.measure(table).min + insets.horizontal);
  const widths = columnWidths(pass, table, width - insets.horizontal);
  const rows = stackRows(pass, table, widths, insets, leastHeight(table.style, space, insets.vertical));
  return {
    box: table,
    x: 0,
    y: 0,
    width,
    height: rows.height + insets.vertical,
    bands: rows.bands,
    bottomInset: insets.bottom,
    contentShift: 0,
    overflow: { width: Math.max(0, width - Math.max(asked, space.width - margins.horizontal)), height: 0 },
    continuation: layOutBreaks(pass, table, widths, insets.left, rows.bands),
    positioned: [],
    pending: liftAll(rows.bands),
    margins: ownMargins(margins.top, margins.bottom),
    firstBaseline: firstBaseline(rows.bands),
    lastBaseline: lastBaseline(rows.bands),
  };
}

/** The height that the style asks for, which rows share; as in browsers, they may need more and there is no most. */
function leastHeight(style: ComputedStyle, { height }: Space, insets: number): number {
  const lengths = [style.height, style.minHeight].map((length) => {
    if (typeof length === 'string' || (length.percent !== 0 && height === null)) return 0;
    return resolve(length, height ?? 0) - (style.boxSizing === 'border-box' ? insets : 0);
  });
  return Math.max(0, ...lengths);
}

/** The table wrapper box, which carries the table's margins and holds captions and grid (CSS 2.2 §17.4). */
function addCaptions(pass: Pass, table: TableBox, grid: Fragment, space: Space): Fragment {
  const laidOut = table.captions.map((caption) => pass.layOut(caption, shrinkingSpace(grid.width, null, grid.width)));
  const above = laidOut.filter((caption) => caption.box.style.captionSide === 'top');
  const below = laidOut.filter((caption) => caption.box.style.captionSide === 'bottom');
  const bands: BoxBand[] = [];
  let y = 0;
  for (const fragment of [...above, grid, ...below]) {
    const placed = moveTo(fragment, 0, y);
    const band = toBand([placed], y, placed.height, 'auto');
    const keeps = above.includes(fragment)
      ? ({ breakAfter: 'avoid' } as const)
      : below.includes(fragment)
        ? ({ breakBefore: 'avoid' } as const)
        : {};
    bands.push({ ...band, ...keeps });
    y += placed.height;
  }
  const { position, breakBefore, breakAfter, breakInside } = table.style;
  const wrapper: Fragment = {
    ...grid,
    overflow: NO_OVERFLOW,
    box: { ...table, style: { ...anonymousStyle(table.style), position, breakBefore, breakAfter, breakInside } },
    height: y,
    bottomInset: 0,
    bands,
    continuation: null,
    pending: liftAll(bands),
    margins: ownMargins(marginsOf(table.style, space.width).top, marginsOf(table.style, space.width).bottom),
    firstBaseline: firstBaseline(bands),
    lastBaseline: lastBaseline(bands),
  };
  return adoptPositioned(pass, wrapper);
}
