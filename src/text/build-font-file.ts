import { HEADER_LENGTH, RECORD_LENGTH, sumWords, toView } from './table-directory.ts';

const TRUE_TYPE = 0x00010000;
/** What the words of a whole file must sum up to (OpenType, "head", checksumAdjustment), and where the difference stands. */
const FILE_SUM = 0xb1b0afba;
const ADJUSTMENT_OFFSET = 8;

/** Puts tables together as one TrueType file, with checksums. `tables` are in the order of their tags. */
export function buildFontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  let end = HEADER_LENGTH + tables.size * RECORD_LENGTH;
  const placed = Array.from(tables, ([tag, content]) => {
    const offset = end;
    end += Math.ceil(content.length / 4) * 4;
    return { tag, content, offset, length: content.length };
  });
  const bytes = new Uint8Array(end);
  const view = toView(bytes);
  const power = Math.floor(Math.log2(tables.size));
  view.setUint32(0, TRUE_TYPE);
  view.setUint16(4, tables.size);
  view.setUint16(6, 2 ** power * RECORD_LENGTH);
  view.setUint16(8, power);
  view.setUint16(10, (tables.size - 2 ** power) * RECORD_LENGTH);
  placed.forEach((table, index) => {
    const record = HEADER_LENGTH + index * RECORD_LENGTH;
    bytes.set(table.content, table.offset);
    if (table.tag === 'head') view.setUint32(table.offset + ADJUSTMENT_OFFSET, 0);
    bytes.set(Buffer.from(table.tag, 'latin1'), record);
    view.setUint32(record + 4, sumWords(view, table));
    view.setUint32(record + 8, table.offset);
    view.setUint32(record + 12, table.length);
  });
  const head = placed.find(({ tag }) => tag === 'head');
  if (head !== undefined)
    view.setUint32(head.offset + ADJUSTMENT_OFFSET, FILE_SUM - sumWords(view, { offset: 0, length: end }));
  return bytes;
}
