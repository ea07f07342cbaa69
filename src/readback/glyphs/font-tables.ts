import { ObjectError } from '../objects/object.ts';

/** Numbers at places of a table, big-endian as in every font; what is beyond the end breaks the font. */
export class FontTable {
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.#view.byteLength;
  }

  uint8(at: number): number {
    return this.#view.getUint8(at);
  }

  int8(at: number): number {
    return this.#view.getInt8(at);
  }

  uint16(at: number): number {
    return this.#view.getUint16(at);
  }

  int16(at: number): number {
    return this.#view.getInt16(at);
  }

  uint32(at: number): number {
    return this.#view.getUint32(at);
  }
}

/** The tables of a font file by their tags (OpenType, "Organization of an OpenType Font"). */
export function readFontTables(bytes: Uint8Array): ReadonlyMap<string, FontTable> {
  const head = new FontTable(bytes);
  if (!FONTS.has(head.uint32(0))) throw new ObjectError('something else than a font');
  const tables = new Map<string, FontTable>();
  for (let i = 0; i < head.uint16(4); i += 1) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const [offset, length] = [head.uint32(at + 8), head.uint32(at + 12)];
    if (offset + length > bytes.length || tables.has(tag)) throw new ObjectError(`a font with a broken table ${tag}`);
    tables.set(tag, new FontTable(bytes.subarray(offset, offset + length)));
  }
  return tables;
}

/** TrueType by its two names, and OTTO for CFF. */
const FONTS: ReadonlySet<number> = new Set([0x00010000, 0x74727565, 0x4f54544f]);

export function needTable(tables: ReadonlyMap<string, FontTable>, tag: string): FontTable {
  const table = tables.get(tag);
  if (table === undefined) throw new ObjectError(`a font without ${tag}`);
  return table;
}
