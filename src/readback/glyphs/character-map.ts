import { type FontTable, needTable } from './font-tables.ts';

/** Which glyph a font has for each character (OpenType, "cmap", formats 4 and 12). */
export function readCharacterMap(tables: ReadonlyMap<string, FontTable>): (codePoint: number) => number {
  const cmap = needTable(tables, 'cmap');
  let [best, bestOffset] = [0, -1];
  for (let i = 0; i < cmap.uint16(2); i += 1) {
    const at = 4 + 8 * i;
    const offset = cmap.uint32(at + 4);
    const format = cmap.uint16(offset);
    const isUnicode = cmap.uint16(at) === 0 || cmap.uint16(at) === 3;
    if (isUnicode && (format === 4 || format === 12) && format > best) [best, bestOffset] = [format, offset];
  }
  if (best === 12) return (codePoint) => findInGroups(cmap, bestOffset, codePoint);
  if (best === 4) return (codePoint) => findInSegments(cmap, bestOffset, codePoint);
  return () => 0;
}

function findInGroups(cmap: FontTable, start: number, codePoint: number): number {
  for (let i = 0; i < cmap.uint32(start + 12); i += 1) {
    const at = start + 16 + 12 * i;
    const first = cmap.uint32(at);
    if (codePoint >= first && codePoint <= cmap.uint32(at + 4)) return cmap.uint32(at + 8) + codePoint - first;
  }
  return 0;
}

function findInSegments(cmap: FontTable, start: number, codePoint: number): number {
  const doubled = cmap.uint16(start + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled].map(
    (skip) => start + skip,
  ) as [number, number, number, number];
  for (let i = 0; i < doubled; i += 2) {
    if (codePoint > cmap.uint16(ends + i)) continue;
    const first = cmap.uint16(starts + i);
    if (codePoint < first) return 0;
    const offset = cmap.uint16(offsets + i);
    const delta = cmap.uint16(deltas + i);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.uint16(offsets + i + offset + 2 * (codePoint - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
