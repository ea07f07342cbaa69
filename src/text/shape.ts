import { isMark } from './characters.ts';
import type { FontSpec, GlyphOffset, GlyphRun } from './glyph-run.ts';
import type { GlyphShift, ShapedGlyphs } from './layout-text.ts';
import type { ShapingTable } from './shaping-table.ts';

/**
 * Final glyphs and advances in points. Characters that print nothing (soft hyphens and the like) are left out; letters
 * and marks are composed as the face has them. GLYPH_MISSING for a character that the face cannot print.
 */
export function shapeText(text: string, spec: FontSpec, table: ShapingTable): GlyphRun {
  const { text: printed, shaped } = table.shape(text);
  const scale = spec.size / spec.face.unitsPerEm;
  const advances = shaped.advances.map((advance) => advance * scale);
  if (spec.letterSpacing !== 0 || spec.wordSpacing !== 0) addSpacing(advances, shaped.codePoints, spec);
  let width = 0;
  for (const advance of advances) width += advance;
  return {
    font: spec,
    text: printed,
    glyphs: shaped.glyphs,
    codePoints: shaped.codePoints,
    nominalAdvances: shaped.nominalAdvances,
    advances,
    offsets: shaped.offsets === null ? null : toOffsets(shaped.offsets, scale),
    width,
  };
}

/** CSS Text 3 §8: letter-spacing after every character with its marks, word-spacing on every space and no-break space. */
function addSpacing(advances: number[], codePoints: ShapedGlyphs['codePoints'], spec: FontSpec): void {
  const { letterSpacing, wordSpacing } = spec;
  for (let i = 0; i < advances.length; i++) {
    const codePoint = codePoints[i]?.[0];
    const isWordSpace = codePoint === 0x20 || codePoint === 0xa0;
    const isEndOfCharacter = !continuesCharacter(codePoints[i + 1]);
    advances[i] = (advances[i] ?? 0) + (isEndOfCharacter ? letterSpacing : 0) + (isWordSpace ? wordSpacing : 0);
  }
}

/** Whether a glyph belongs to the one before it: a mark, or the rest of a character that became several glyphs. */
function continuesCharacter(codePoints: readonly number[] | undefined): boolean {
  if (codePoints === undefined) return false;
  const [first] = codePoints;
  return first === undefined || isMark(first);
}

function toOffsets(shifts: readonly GlyphShift[], scale: number): readonly GlyphOffset[] {
  return shifts.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
}
