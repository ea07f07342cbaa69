import type { Font } from 'fontkit';
import { blameFont } from './font-defect.ts';
import type { FontFile } from './font-source.ts';
import { parseFont } from './layout-text.ts';
import { subsetTrueType } from './subset-true-type.ts';
import { openTrueType, type TrueTypeTables } from './true-type-tables.ts';

/** The parts of fontkit's font that its types leave out. */
interface UntypedTables {
  readonly post: { readonly isFixedPitch: number };
  readonly head: { readonly macStyle: { readonly italic: boolean } };
  readonly 'OS/2': { readonly sFamilyClass: number };
  readonly directory: { readonly tables: Readonly<Record<string, unknown>> };
}

/** What embedding needs of a font file: its facts, and subsets of it, which are FONT_INVALID if its outlines are broken. */
export function toFontFile(faceId: string, bytes: Uint8Array, font: Font): FontFile {
  const tables = font as unknown as UntypedTables;
  let trueType: TrueTypeTables | null = null;
  const isTrueType = 'glyf' in tables.directory.tables;
  return {
    postscriptName: font.postscriptName,
    unitsPerEm: font.unitsPerEm,
    outlines: isTrueType ? 'TrueType' : 'CFF',
    bounds: font.bbox,
    italicAngle: font.italicAngle,
    ascent: font.ascent,
    descent: font.descent,
    capHeight: font.capHeight || font.ascent,
    xHeight: font.xHeight || 0,
    isFixedPitch: tables.post.isFixedPitch !== 0,
    isItalic: tables.head.macStyle.italic,
    familyClass: tables['OS/2'].sFamilyClass >> 8,
    subset: (glyphs) =>
      blameFont(faceId, () => {
        if (!isTrueType) return subsetCff(bytes, glyphs);
        trueType ??= openTrueType(bytes);
        return subsetTrueType(trueType, glyphs);
      }),
  };
}

/** fontkit's subset. The font is parsed anew: the one for shaping answers with glyph objects of its own. */
function subsetCff(bytes: Uint8Array, glyphs: readonly number[]): Uint8Array {
  // Not `includeGlyph`, which gives a glyph that it already has no second place.
  const subset = parseFont(bytes).createSubset() as unknown as { readonly glyphs: number[]; encode(): Uint8Array };
  subset.glyphs.push(...glyphs);
  return subset.encode();
}
