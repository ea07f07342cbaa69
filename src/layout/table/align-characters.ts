import type { ComputedStyle, Length } from '../../document/index.ts';
import { type FlowBox, type TableBox, type TableCell, type TableRow, toFlowBox } from '../boxes/box.ts';
import { NO_BREAKS } from '../boxes/table-breaks.ts';
import { layoutFaults } from '../faults.ts';
import type { Pass } from '../pass.ts';
import { listRows } from './columns.ts';

/** What stands before the character that a cell is aligned on, and from it on, in points. */
interface Extent {
  readonly before: number;
  readonly after: number;
}

/**
 * The table with its cells aligned on characters (CSS Text 4 §7.1.1): those of one column that name the same one get it
 * below each other. What a cell lacks on either side of it becomes padding, so that columns are as wide as that takes.
 *
 * @throws LAYOUT_UNSUPPORTED for a cell that holds more than one line of text
 */
export function alignOnCharacters(pass: Pass, table: TableBox): TableBox {
  const cells = listRows(table).flatMap((row) => row.cells.filter(isAligned));
  if (cells.length === 0) return table;
  const whole = new Map(cells.map((cell) => [cell, keepWhole(cell.box)]));
  const extents = new Map(cells.map((cell) => [cell, measureExtent(pass, whole.get(cell) ?? cell.box)]));
  const widest = new Map<string, Extent>();
  for (const [cell, extent] of extents) widest.set(keyOf(cell), union(widest.get(keyOf(cell)), extent));
  return mapCells(table, (cell) => {
    const extent = extents.get(cell);
    const most = widest.get(keyOf(cell));
    const box = whole.get(cell);
    return extent && most && box ? { ...cell, box: widen(box, extent, most) } : cell;
  });
}

/** A cell over several columns has no column to stand in; the keyword alone holds for it. */
function isAligned({ box, columnSpan }: TableCell): boolean {
  return box.style.alignCharacter !== null && columnSpan === 1 && !isEmpty(box);
}

function isEmpty({ content }: FlowBox): boolean {
  return (content.kind === 'blocks' ? content.children : content.items).length === 0;
}

/** The cell with its text on one line: what wraps cannot be aligned. */
function keepWhole(box: FlowBox): FlowBox {
  if (box.content.kind === 'blocks') throw notOneLine(box);
  const items = box.content.items.map((item) => (item.kind === 'text' ? { ...item, whole: true } : item));
  return toFlowBox(box, { kind: 'inlines', style: box.content.style, items }, box.marker);
}

function measureExtent(pass: Pass, box: FlowBox): Extent {
  const units = box.content.kind === 'inlines' ? pass.units(box.content, null) : [];
  const character = box.style.alignCharacter ?? '';
  let width = 0;
  let before: number | null = null;
  for (const { parts, end } of units) {
    if (end === 'mandatory') throw notOneLine(box);
    for (const part of parts) {
      if (part.kind === 'text') {
        const { edges, text } = part.shaped;
        const at = text.indexOf(character, part.start);
        if (at >= 0 && at < part.end) before ??= width + (edges[at] ?? 0) - (edges[part.start] ?? 0);
      }
      width += part.width;
    }
  }
  width -= units.at(-1)?.spaceWidth ?? 0;
  // Text without the character stands as if it ended with it.
  return { before: before ?? width, after: width - (before ?? width) };
}

function notOneLine({ tag, place, style }: FlowBox) {
  return layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected content of <${tag}>, which is aligned on "${style.alignCharacter ?? ''}", expected one line of text`,
    place,
    hint: 'Give text-align a character on cells of numbers alone, or end for the others.',
  });
}

function keyOf({ column, box }: TableCell): string {
  return `${column} ${box.style.alignCharacter ?? ''}`;
}

function union(a: Extent | undefined, b: Extent): Extent {
  return a ? { before: Math.max(a.before, b.before), after: Math.max(a.after, b.after) } : b;
}

function widen(box: FlowBox, own: Extent, most: Extent): FlowBox {
  const left = most.before - own.before;
  const right = most.after - own.after;
  const { style } = box;
  const padded: ComputedStyle = {
    ...style,
    paddingLeft: add(style.paddingLeft, left),
    paddingRight: add(style.paddingRight, right),
    width:
      typeof style.width === 'object' && style.boxSizing === 'content-box'
        ? add(style.width, -left - right)
        : style.width,
  };
  return toFlowBox({ ...box, style: padded }, box.content, box.marker);
}

function add({ points, percent }: Length, more: number): Length {
  return { points: points + more, percent };
}

function mapCells(table: TableBox, map: (cell: TableCell) => TableCell): TableBox {
  const mapRow = (row: TableRow): TableRow => ({ ...row, cells: row.cells.map(map) });
  const mapStrip = (strip: TableBox | null) => (strip === null ? null : { ...strip, rows: strip.rows.map(mapRow) });
  const { above, below, groups } = table.breaks;
  const breaks = {
    above: above === 'header' ? above : mapStrip(above),
    below: mapStrip(below),
    groups: groups.map((group) => ({ ...group, above: mapStrip(group.above), below: mapStrip(group.below) })),
  };
  return { ...table, rows: table.rows.map(mapRow), breaks: table.breaks === NO_BREAKS ? NO_BREAKS : breaks };
}
