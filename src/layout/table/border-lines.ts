import type { BorderSide } from '../../document/index.ts';
import type { TableBox } from '../boxes/box.ts';
import type { BorderLine } from '../fragment.ts';

/**
 * The collapsed borders that a row draws, y counted from its own top: those below it and at its sides, and the first
 * row those above it too. Neighbouring stretches of one border are one line. `lefts` are the columns' left edges.
 */
export function borderLinesOf(
  table: TableBox,
  row: number,
  lefts: readonly number[],
  height: number,
  spacing: number,
): BorderLine[] {
  const { borders } = table;
  if (borders === null) return [];
  const xs = lefts.map((x) => x - spacing);
  const above = row === 0 ? horizontalLines(borders.horizontal[0] ?? [], xs, 0) : [];
  const below = horizontalLines(borders.horizontal[row + 1] ?? [], xs, height);
  return [...above, ...below, ...verticalLines(borders.vertical[row] ?? [], xs, height)];
}

function horizontalLines(edges: readonly (BorderSide | null)[], xs: readonly number[], y: number): BorderLine[] {
  const lines: BorderLine[] = [];
  let start = 0;
  for (let c = 1; c <= edges.length; c++) {
    if (isSameBorder(edges[start], edges[c])) continue;
    const line = toLine(edges[start], { x1: xs[start] ?? 0, y1: y, x2: xs[c] ?? 0, y2: y });
    if (line) lines.push(line);
    start = c;
  }
  return lines;
}

function verticalLines(edges: readonly (BorderSide | null)[], xs: readonly number[], height: number): BorderLine[] {
  const lines: BorderLine[] = [];
  for (const [c, edge] of edges.entries()) {
    const line = toLine(edge, { x1: xs[c] ?? 0, y1: 0, x2: xs[c] ?? 0, y2: height });
    if (line) lines.push(line);
  }
  return lines;
}

function toLine(
  border: BorderSide | null | undefined,
  ends: Pick<BorderLine, 'x1' | 'y1' | 'x2' | 'y2'>,
): BorderLine | null {
  if (!border || border.style === 'none') return null;
  const { x1, y1, x2, y2 } = ends;
  return { x1, y1, x2, y2, width: border.width, style: border.style, color: border.color };
}

function isSameBorder(a: BorderSide | null | undefined, b: BorderSide | null | undefined): boolean {
  if (!a || !b) return a === b;
  const { red, green, blue, alpha } = a.color;
  const sameColor = red === b.color.red && green === b.color.green && blue === b.color.blue && alpha === b.color.alpha;
  return a.width === b.width && a.style === b.style && sameColor;
}
