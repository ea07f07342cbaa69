import { create, type Font, type Glyph } from 'fontkit';
import { isMark } from './characters.ts';
import { orderBacktracks } from './order-backtracks.ts';

/** Glyphs of a text in font units. The arrays have one entry a glyph. */
export interface ShapedGlyphs {
  readonly glyphs: readonly number[];
  /** What each glyph stands for; empty for the further glyphs of a character that became several. */
  readonly codePoints: readonly (readonly number[])[];
  readonly nominalAdvances: readonly number[];
  readonly advances: readonly number[];
  /** Null unless some glyph is moved from the pen. */
  readonly offsets: readonly GlyphShift[] | null;
}

export interface GlyphShift {
  readonly x: number;
  /** Upwards. */
  readonly y: number;
}

/** Parses a font file that `openFont` has seen. */
export function parseFont(bytes: Uint8Array): Font {
  // What begins as a single font does (`readTableDirectory`) is no collection.
  return create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as Font;
}

/**
 * A parsed font for shaping only. fontkit keeps one object for each glyph with the code points that it was first
 * met for, so a no-break space that shares its glyph with the space would turn into whichever came first. Here every
 * glyph that shaping asks for carries the code points it was asked for.
 */
export function openShapingFont(bytes: Uint8Array): Font {
  const font = parseFont(bytes);
  orderBacktracks(font);
  const getGlyph = font.getGlyph.bind(font);
  font.getGlyph = (id: number, codePoints: number[] = []): Glyph => {
    const glyph = getGlyph(id);
    // Read on the shared object, which remembers it.
    void glyph.advanceWidth;
    const isMarkGlyph = codePoints.length > 0 && codePoints.every(isMark);
    return Object.create(glyph, { codePoints: { value: codePoints }, isMark: { value: isMarkGlyph } }) as Glyph;
  };
  return font;
}

/** Shapes a text by fontkit's full algorithm. `script` null lets fontkit detect it. */
export function layoutText(
  font: Font,
  text: string,
  features: Readonly<Record<string, boolean>>,
  script: string | null,
): ShapedGlyphs {
  // A fresh object each time: fontkit writes the features that it applied into the one it is given.
  const applied = { ...features, ...(isWithoutFraction(text) ? NO_FRACTIONS : {}) };
  const run = font.layout(text, applied, script ?? undefined);
  const isShifted = run.positions.some((p) => p.xOffset !== 0 || p.yOffset !== 0);
  return {
    glyphs: run.glyphs.map((glyph) => glyph.id),
    codePoints: run.glyphs.map((glyph) => glyph.codePoints),
    nominalAdvances: run.glyphs.map((glyph) => glyph.advanceWidth),
    advances: run.positions.map((position) => position.xAdvance),
    offsets: isShifted ? run.positions.map((p) => ({ x: p.xOffset, y: p.yOffset })) : null,
  };
}

const NO_FRACTIONS = { frac: false, numr: false, dnom: false };

/** fontkit makes a fraction of any digits beside a fraction slash; browsers (HarfBuzz) want digits on both its sides. */
function isWithoutFraction(text: string): boolean {
  return /(?<!\p{Nd})\u2044|\u2044(?!\p{Nd})/u.test(text);
}
