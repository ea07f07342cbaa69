import { create, type Font } from 'fontkit';
import { textFaults } from './faults.ts';
import type { Face } from './glyph-run.ts';

/** One font file as it is handed in. */
export interface FontSource {
  /** The name that style sheets use. */
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** A static TrueType or OpenType file. */
  readonly bytes: Uint8Array;
}

export interface OpenedFont {
  readonly face: Face;
  readonly font: Font;
}

/** What a face must be able to print before the first record is read: no invoice can do without. */
const REQUIRED_CHARACTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÆØÅÄÖæøåäö0123456789 \u00a0.,:;-/()%+\u2212';

/** `OTTO`, version 1.0 and Apple's `true`: the single, uncompressed fonts of the OpenType specification. */
const SIGNATURES = new Set([0x4f54544f, 0x00010000, 0x74727565]);

const OFFSET_TABLE_LENGTH = 12;
const TABLE_RECORD_LENGTH = 16;
const REQUIRED_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'] as const;

/** Parses a font file and proves that it can serve. FONT_INVALID otherwise. */
export function openFont(source: FontSource): OpenedFont {
  const id = toFaceId(source);
  const tables = readTableTags(source.bytes, id);
  const font = parseFont(source.bytes, id);
  requireTables(font, tables, id);
  requireEmbeddable(font, tables, id);
  requireCharacters(font, id);
  return { face: toFace(font, source, id), font };
}

function toFaceId(source: FontSource): string {
  return `${source.family} ${source.weight}${source.style === 'italic' ? ' italic' : ''}`;
}

/** Reads the table directory (OpenType, "Organization of an OpenType Font") and sees that every table lies in the file. */
function readTableTags(bytes: Uint8Array, id: string): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < OFFSET_TABLE_LENGTH || !SIGNATURES.has(view.getUint32(0))) {
    throw invalid(id, 'it does not begin as a TrueType or OpenType file does');
  }
  const count = view.getUint16(4);
  if (bytes.length < OFFSET_TABLE_LENGTH + count * TABLE_RECORD_LENGTH)
    throw invalid(id, 'its table directory is cut off');
  const tags = new Set<string>();
  for (let i = 0; i < count; i++) {
    const record = OFFSET_TABLE_LENGTH + i * TABLE_RECORD_LENGTH;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    if (view.getUint32(record + 8) + view.getUint32(record + 12) > bytes.length) {
      throw invalid(id, `its table ${tag} is cut off`);
    }
    tags.add(tag);
  }
  return tags;
}

function parseFont(bytes: Uint8Array, id: string): Font {
  try {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if ('fonts' in font) throw invalid(id, 'it is a collection of fonts, expected a single one');
    return font;
  } catch (cause) {
    throw invalid(id, 'it cannot be parsed', cause);
  }
}

/** fontkit decodes tables when they are first used and answers undefined for one that it cannot decode. */
function requireTables(font: Font, tags: ReadonlySet<string>, id: string): void {
  const decoded = font as unknown as Readonly<Record<string, unknown>>;
  for (const tag of REQUIRED_TABLES) if (!tags.has(tag)) throw invalid(id, `it has no table ${tag}`);
  if (!tags.has('glyf') && !tags.has('CFF ')) throw invalid(id, 'it has no outlines');
  for (const tag of [...REQUIRED_TABLES, 'loca', 'CFF ', 'GDEF', 'GSUB', 'GPOS', 'kern']) {
    if (tags.has(tag) && decoded[tag] === undefined) throw invalid(id, `its table ${tag.trim()} cannot be decoded`);
  }
}

function requireEmbeddable(font: Font, tags: ReadonlySet<string>, id: string): void {
  if (tags.has('fvar')) throw invalid(id, 'it is a variable font, expected one static file for each weight and style');
  const { noEmbedding, bitmapOnly } = font['OS/2'].fsType;
  if (noEmbedding || bitmapOnly) throw invalid(id, 'its licence bits (OS/2 fsType) forbid embedding the outlines');
}

function requireCharacters(font: Font, id: string): void {
  try {
    const missing = [...REQUIRED_CHARACTERS].filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0) ?? 0));
    if (missing.length > 0) {
      const names = missing.map((c) => `${c.trim() === '' ? '' : `${c} `}${toCodePointName(c.codePointAt(0) ?? 0)}`);
      throw invalid(id, `it has no glyph for ${names.join(', ')}`);
    }
    // Outlines are read here once, so that a broken glyph shows before the first page and not in it.
    for (const c of REQUIRED_CHARACTERS) void font.glyphForCodePoint(c.codePointAt(0) ?? 0).path.commands;
  } catch (cause) {
    throw invalid(id, 'its glyphs cannot be read', cause);
  }
}

function toFace(font: Font, source: FontSource, id: string): Face {
  const { family, weight, style } = source;
  const { unitsPerEm, capHeight, xHeight } = font;
  return Object.freeze({ id, family, weight, style, unitsPerEm, ...readLineMetrics(font), capHeight, xHeight });
}

/**
 * Ascent, descent and line gap as Chromium has them on Linux (Skia, `SkScalerContext_FreeType::generateFontMetrics`):
 * the typographic metrics of OS/2 when USE_TYPO_METRICS is set, else those of hhea, else, where hhea is all zero, what
 * FreeType falls back to: the typographic ones again, then Windows'.
 */
function readLineMetrics(font: Font): Pick<Face, 'ascent' | 'descent' | 'lineGap'> {
  const os2 = font['OS/2'];
  const { hhea } = font;
  const typographic = { ascent: os2.typoAscender, descent: os2.typoDescender, lineGap: os2.typoLineGap };
  if (os2.fsSelection.useTypoMetrics) return typographic;
  if (hhea.ascent !== 0 || hhea.descent !== 0) {
    return { ascent: hhea.ascent, descent: hhea.descent, lineGap: hhea.lineGap };
  }
  if (os2.typoAscender !== 0 || os2.typoDescender !== 0) return typographic;
  return { ascent: os2.winAscent, descent: -os2.winDescent, lineGap: 0 };
}

/** A code point as Unicode writes it: `U+00E6`. */
export function toCodePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function invalid(id: string, why: string, cause?: unknown): Error {
  if (cause instanceof Error && 'code' in cause && cause.code === 'FONT_INVALID') return cause;
  return textFaults.FONT_INVALID({ message: `Unusable font file for ${id}: ${why}`, cause });
}
