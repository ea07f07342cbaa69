import { needTable, readFontTables } from '../glyphs/font-tables.ts';
import { isReference, nameOf, type PdfDictionary, type PdfObject, type PdfStream } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import type { ShownGlyph } from '../sight/operands.ts';
import {
  demand,
  demandDictionary,
  demandItems,
  demandKeys,
  demandName,
  demandNumber,
  demandStream,
  demandText,
} from './outside-profile.ts';
import { readCharacterTexts } from './read-character-texts.ts';

/** A composite TrueType font whose codes are two bytes long. */
export interface ProfileFont {
  /** Tells it from others of the document. */
  readonly id: string;
  /** As its descriptor has it. */
  readonly name: string;
  /** Of the font program, in ems; the descent is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly glyphs: ReadonlyMap<number, ShownGlyph>;
}

const FONT_KEYS = new Set(['Type', 'Subtype', 'BaseFont', 'Encoding', 'DescendantFonts', 'ToUnicode']);
const DESCENDANT_KEYS = new Set(['Type', 'Subtype', 'CIDToGIDMap', 'BaseFont', 'CIDSystemInfo', 'FontDescriptor', 'W']);

const SYSTEM_KEYS = new Set(['Registry', 'Ordering', 'Supplement']);
const DESCRIPTOR_NUMBERS = ['Flags', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'XHeight', 'StemV'];
const DESCRIPTOR_KEYS = new Set(['Type', 'FontName', 'FontBBox', 'FontFile2', ...DESCRIPTOR_NUMBERS]);

/** The font that a resource name refers to (ISO 32000-1 §9.7). */
export function readFont(file: ObjectFile, reference: PdfObject): ProfileFont {
  demand(isReference(reference), 'a font without a number');
  const font = demandDictionary(file.resolve(reference), 'a font');
  demandKeys(font, FONT_KEYS, 'a font');
  demandName(font.entries.get('Type'), 'Font');
  demandName(font.entries.get('Subtype'), 'Type0');
  demandName(font.entries.get('Encoding'), 'Identity-H');
  const descendants = file.list(font.entries.get('DescendantFonts'));
  demand(descendants.length === 1, 'a font of several descendants');
  const descendant = demandDictionary(file.resolve(descendants[0] ?? null), 'a descendant font');
  demandKeys(descendant, DESCENDANT_KEYS, 'a descendant font');
  demandName(descendant.entries.get('Type'), 'Font');
  demandName(descendant.entries.get('Subtype'), 'CIDFontType2');
  demandName(descendant.entries.get('CIDToGIDMap'), 'Identity');
  const descriptor = demandDictionary(file.resolve(descendant.entries.get('FontDescriptor') ?? null), 'a descriptor');
  demandKeys(descriptor, DESCRIPTOR_KEYS, 'a descriptor');
  for (const key of DESCRIPTOR_NUMBERS) demandNumber(descriptor.entries.get(key), `/${key}`);
  for (const side of demandItems(descriptor.entries.get('FontBBox'), '/FontBBox')) demandNumber(side, 'a side');
  const system = demandDictionary(descendant.entries.get('CIDSystemInfo'), '/CIDSystemInfo');
  demandKeys(system, SYSTEM_KEYS, '/CIDSystemInfo');
  demand(demandText(system.entries.get('Registry'), '/Registry') === 'Adobe', 'characters of another registry');
  demand(demandText(system.entries.get('Ordering'), '/Ordering') === 'Identity', 'characters in another order');
  demand(system.entries.get('Supplement') === 0, 'characters of a supplement');
  const name = nameOf(descriptor.entries.get('FontName'));
  demand(name !== null, 'a font without a name');
  demandName(font.entries.get('BaseFont'), name);
  demandName(descendant.entries.get('BaseFont'), name);
  return {
    id: `R${reference.number}`,
    name,
    ...readHeights(file.content(streamOf(file, descriptor, 'FontFile2'))),
    glyphs: readCharacters(
      readCharacterTexts(file.content(streamOf(file, font, 'ToUnicode'))),
      readWidths(descendant.entries.get('W')),
    ),
  };
}

function streamOf(file: ObjectFile, dictionary: PdfDictionary, key: string): PdfStream {
  return demandStream(file.resolve(dictionary.entries.get(key) ?? null), `/${key}`);
}

/** Where the font has the check sum of the whole file, which is left out of the table's own. */
const HEAD_ADJUSTMENT = 8;

/** Every table has a check sum in the directory (OpenType, "Calculating checksums"); of a broken font readers differ. */
function demandWhole(program: Uint8Array): void {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const isHead = view.getUint32(at) === HEAD_TAG;
    const [stated, offset, length] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    let sum = 0;
    for (let i = 0; i < length; i += 4) {
      if (!isHead || i !== HEAD_ADJUSTMENT) sum = (sum + readWord(program, offset + i, offset + length)) >>> 0;
    }
    demand(sum === stated, 'a damaged font');
  }
}

const HEAD_TAG = 0x68656164;

/** Four bytes, those beyond the end as if they were 0. */
function readWord(bytes: Uint8Array, at: number, end: number): number {
  let word = 0;
  for (let i = at; i < at + 4; i += 1) word = word * 256 + (i < end ? (bytes[i] ?? 0) : 0);
  return word;
}

/** OpenType, "hhea". */
function readHeights(program: Uint8Array): { readonly ascent: number; readonly descent: number } {
  demandWhole(program);
  const tables = readFontTables(program);
  const unitsPerEm = needTable(tables, 'head').uint16(18);
  const hhea = needTable(tables, 'hhea');
  const [ascent, descent] = [hhea.int16(4) / unitsPerEm, hhea.int16(6) / unitsPerEm];
  demand(Number.isFinite(ascent) && Number.isFinite(descent) && ascent > 0 && descent < 0, 'a font without heights');
  return { ascent, descent };
}

/** §9.7.4.3: one list, from its first code on. */
function readWidths(object: PdfObject | undefined): { readonly first: number; readonly widths: readonly number[] } {
  const items = demandItems(object, '/W');
  demand(items.length === 2, 'widths in several lists');
  return {
    first: demandNumber(items[0], 'a code'),
    widths: demandItems(items[1], 'widths').map((width) => demandNumber(width, 'a width')),
  };
}

function readCharacters(
  texts: ReadonlyMap<number, string>,
  { first, widths }: { readonly first: number; readonly widths: readonly number[] },
): ReadonlyMap<number, ShownGlyph> {
  const glyphs = new Map<number, ShownGlyph>();
  widths.forEach((width, index) => {
    const code = first + index;
    const text = texts.get(code);
    if (text !== undefined) glyphs.set(code, { code, text, width, isSpace: false });
  });
  return glyphs;
}
