import type { Font } from 'fontkit';
import { toCodePointName } from './characters.ts';
import { blameFont, FontDefect } from './font-defect.ts';
import type { FontSource } from './font-source.ts';
import type { Face } from './glyph-run.ts';
import { openShapingFont } from './layout-text.ts';
import { findDamagedTable, readTableDirectory, type TableRecord } from './table-directory.ts';

export interface OpenedFont {
  readonly face: Face;
  /** For shaping; embedding has one of its own. */
  readonly font: Font;
}

/** What a face must be able to print before the first record is read: no invoice can do without. */
const REQUIRED_CHARACTERS = Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÆØÅÄÖæøåäö0123456789 \u00a0.,:;-/()%+\u2212',
  (character) => character.codePointAt(0) ?? 0,
);

const CAPITAL_H = 0x48;
const SMALL_X = 0x78;

const REQUIRED_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'] as const;
const OPTIONAL_TABLES = ['loca', 'CFF ', 'GDEF', 'GSUB', 'GPOS', 'kern'] as const;

/** Parses a font file and proves that it can serve. FONT_INVALID otherwise. */
export function openFont(source: FontSource): OpenedFont {
  const id = toFaceId(source);
  return blameFont(id, () => {
    const records = readTableDirectory(source.bytes);
    if (typeof records === 'string') throw new FontDefect(records);
    const damaged = findDamagedTable(source.bytes, records);
    if (damaged !== null) throw new FontDefect(`its table ${damaged.tag.trim()} is damaged, for its checksum is wrong`);
    const font = openShapingFont(source.bytes);
    requireTables(font, new Set(records.map((record) => record.tag)));
    requireEmbeddable(font, records);
    requireCharacters(font);
    return { face: toFace(font, source, id), font };
  });
}

function toFaceId(source: FontSource): string {
  return `${source.family} ${source.weight}${source.style === 'italic' ? ' italic' : ''}`;
}

/** fontkit decodes a table when it is first used, and answers undefined for one that it cannot decode. */
function requireTables(font: Font, tags: ReadonlySet<string>): void {
  const decoded = font as unknown as Readonly<Record<string, unknown>>;
  for (const tag of REQUIRED_TABLES) if (!tags.has(tag)) throw new FontDefect(`it has no table ${tag}`);
  if (!(tags.has('glyf') && tags.has('loca')) && !tags.has('CFF ')) throw new FontDefect('it has no outlines');
  for (const tag of [...REQUIRED_TABLES, ...OPTIONAL_TABLES]) {
    if (tags.has(tag) && decoded[tag] === undefined) throw new FontDefect(`its table ${tag.trim()} cannot be decoded`);
  }
}

function requireEmbeddable(font: Font, records: readonly TableRecord[]): void {
  if (records.some((record) => record.tag === 'fvar')) {
    throw new FontDefect('it is a variable font, expected one static file for each weight and style');
  }
  const { noEmbedding, bitmapOnly } = font['OS/2'].fsType;
  if (noEmbedding || bitmapOnly) throw new FontDefect('its licence bits (OS/2 fsType) forbid embedding the outlines');
}

function requireCharacters(font: Font): void {
  const missing = REQUIRED_CHARACTERS.filter((codePoint) => !font.hasGlyphForCodePoint(codePoint));
  if (missing.length > 0) throw new FontDefect(`it has no glyph for ${missing.map(toCodePointName).join(', ')}`);
}

function toFace(font: Font, source: FontSource, id: string): Face {
  const { family, weight, style } = source;
  const { unitsPerEm } = font;
  // OS/2 before version 2 does not tell; then the letters do.
  const capHeight = font.capHeight || font.glyphForCodePoint(CAPITAL_H).bbox.maxY;
  const xHeight = font.xHeight || font.glyphForCodePoint(SMALL_X).bbox.maxY;
  const face = { id, family, weight, style, unitsPerEm, ...readLineMetrics(font), capHeight, xHeight };
  return Object.freeze(face);
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
