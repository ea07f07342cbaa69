import { FontDefect } from './font-defect.ts';
import { readTableDirectory, toView } from './table-directory.ts';

/** A TrueType file's tables, as far as glyphs are cut from them. */
export interface TrueTypeTables {
  has(tag: string): boolean;
  copyOf(tag: string): Uint8Array;
  /** A glyph's entry in table glyf, empty for one that shows nothing; a view of the file. */
  outlineOf(id: number): Uint8Array;
  /** Advance and left side bearing, two bytes each. */
  metricsOf(id: number): Uint8Array;
}

/** `FontDefect` for a file without them. */
export function openTrueType(bytes: Uint8Array): TrueTypeTables {
  const records = readTableDirectory(bytes);
  if (typeof records === 'string') throw new FontDefect(records);
  const byTag = new Map(
    records.map((record) => [record.tag, bytes.subarray(record.offset, record.offset + record.length)]),
  );
  const table = (tag: string): Uint8Array => {
    const found = byTag.get(tag);
    if (found === undefined) throw new FontDefect(`it has no table ${tag.trim()}`);
    return found;
  };
  const loca = toView(table('loca'));
  const glyf = table('glyf');
  const hmtx = table('hmtx');
  const isLong = toView(table('head')).getInt16(50) === 1;
  const metricsCount = toView(table('hhea')).getUint16(34);
  const glyphCount = toView(table('maxp')).getUint16(4);
  const offsetOf = (index: number): number => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
  return {
    has: (tag: string): boolean => byTag.has(tag),
    copyOf: (tag: string): Uint8Array => copyBytes(table(tag)),
    outlineOf: (id: number): Uint8Array => {
      if (id >= glyphCount) throw new FontDefect(`it has no glyph ${id}`);
      const [start, end] = [offsetOf(id), offsetOf(id + 1)];
      if (start > end || end > glyf.length) throw new FontDefect(`the outline of its glyph ${id} is cut off`);
      return glyf.subarray(start, end);
    },
    // The last glyphs of a font share one advance.
    metricsOf: (id: number): Uint8Array => {
      if (id < metricsCount) return hmtx.subarray(id * 4, id * 4 + 4);
      const bearing = metricsCount * 4 + (id - metricsCount) * 2;
      return Uint8Array.of(
        ...hmtx.subarray(metricsCount * 4 - 4, metricsCount * 4 - 2),
        ...hmtx.subarray(bearing, bearing + 2),
      );
    },
  };
}

/** Not `slice`, which gives a Buffer's own bytes, and the file must stay as it is. */
export function copyBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}
