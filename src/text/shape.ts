import { INVISIBLE_CHARACTERS, isMark } from './characters.ts';
import type { FontSpec, GlyphRun } from './glyph-run.ts';
import type { ShapedGlyphs } from './layout-text.ts';
import type { ShapingTable } from './shaping-table.ts';

/**
 * The OpenType features of a font specification, beside those that are always on. Letter-spacing takes ligatures apart
 * (CSS Text 3 §8.2). Each combination names one shaping table of a face.
 */
export function toFeatures(spec: FontSpec): Readonly<Record<string, boolean>> {
  const features: Record<string, boolean> = {};
  if (!spec.kerning) features['kern'] = false;
  if (!spec.ligatures || spec.letterSpacing !== 0) Object.assign(features, { liga: false, clig: false });
  if (!spec.ligatures) features['calt'] = false;
  if (spec.figureSpacing !== 'normal') features[spec.figureSpacing === 'tabular' ? 'tnum' : 'pnum'] = true;
  if (spec.figureStyle !== 'normal') features[spec.figureStyle === 'lining' ? 'lnum' : 'onum'] = true;
  return features;
}

/** Final glyphs and advances in points. Characters that print nothing (soft hyphens and the like) are left out. */
export function shapeText(text: string, spec: FontSpec, table: ShapingTable): GlyphRun {
  const visible = toVisibleText(text);
  const shaped = table.shape(toCodePoints(visible));
  const scale = spec.size / spec.face.unitsPerEm;
  const advances = toPoints(shaped, spec, scale);
  let width = 0;
  for (const advance of advances) width += advance;
  return {
    font: spec,
    text: visible,
    glyphs: shaped.glyphs,
    codePoints: shaped.codePoints,
    nominalAdvances: shaped.nominalAdvances,
    advances,
    offsets: shaped.offsets?.map((offset) => ({ x: offset.x * scale, y: offset.y * scale })) ?? null,
    width,
  };
}

/** Anything that could be an invisible character or a mark. */
const NEEDS_PREPARING = /[^\u0020-\u00ac\u00ae-\u02ff]/;

/** Without invisible characters, and with marks composed onto their base where Unicode has the composition (NFC). */
function toVisibleText(text: string): string {
  // Nearly all text is plain, and a test costs less than a copy.
  if (!NEEDS_PREPARING.test(text)) return text;
  return text.replace(INVISIBLE_CHARACTERS, '').replace(/.\p{M}+/gsu, (cluster) => cluster.normalize('NFC'));
}

function toCodePoints(text: string): readonly number[] {
  const codePoints: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) ?? 0;
    codePoints.push(codePoint);
    if (codePoint > 0xffff) i++;
  }
  return codePoints;
}

function toPoints(shaped: ShapedGlyphs, spec: FontSpec, scale: number): readonly number[] {
  const { letterSpacing, wordSpacing } = spec;
  const advances = shaped.advances.map((advance) => advance * scale);
  if (letterSpacing === 0 && wordSpacing === 0) return advances;
  return advances.map((advance, i) => {
    const isLastOfCluster = !isContinuation(shaped.codePoints[i + 1]);
    const codePoint = shaped.codePoints[i]?.[0];
    const isWordSpace = codePoint === 0x20 || codePoint === 0xa0;
    return advance + (isLastOfCluster ? letterSpacing : 0) + (isWordSpace ? wordSpacing : 0);
  });
}

/** Whether a glyph belongs to the character before it: a mark, or the rest of one that became several glyphs. */
function isContinuation(codePoints: readonly number[] | undefined): boolean {
  if (codePoints === undefined) return false;
  const [first] = codePoints;
  return first === undefined || isMark(first);
}
