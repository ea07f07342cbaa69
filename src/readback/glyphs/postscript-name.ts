import { type FontTable, needTable } from './font-tables.ts';

/** The name by which PDF and PostScript know a font (OpenType, "name", id 6); empty where it has none. */
export function readPostScriptName(tables: ReadonlyMap<string, FontTable>): string {
  const table = needTable(tables, 'name');
  const texts = table.uint16(4);
  for (let i = 0; i < table.uint16(2); i += 1) {
    const at = 6 + 12 * i;
    if (table.uint16(at + 6) !== POSTSCRIPT_NAME) continue;
    const [platform, length, start] = [table.uint16(at), table.uint16(at + 8), texts + table.uint16(at + 10)];
    // Of two bytes each on all platforms but the Macintosh; the name itself is ASCII.
    const step = platform === MACINTOSH ? 1 : 2;
    const bytes = Array.from({ length: length / step }, (_, index) => table.uint8(start + step * index + step - 1));
    return String.fromCharCode(...bytes);
  }
  return '';
}

const POSTSCRIPT_NAME = 6;
const MACINTOSH = 1;
