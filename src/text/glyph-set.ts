/** Glyph ids from `start` to `end`, both included. */
export interface GlyphRange {
  readonly start: number;
  readonly end: number;
}

/** The glyphs that a font's rule asks for in one place, as ranges: fonts write them so, and some rules name hundreds. */
export class GlyphSet {
  readonly #ranges: readonly GlyphRange[];
  /** How many glyphs there are in it. */
  readonly size: number;

  constructor(ranges: readonly GlyphRange[]) {
    this.#ranges = ranges;
    this.size = ranges.reduce((sum, range) => sum + range.end - range.start + 1, 0);
  }

  has(glyph: number): boolean {
    for (const { start, end } of this.#ranges) if (start <= glyph && glyph <= end) return true;
    return false;
  }

  every(test: (glyph: number) => boolean): boolean {
    for (const { start, end } of this.#ranges) {
      for (let glyph = start; glyph <= end; glyph++) if (!test(glyph)) return false;
    }
    return true;
  }
}

/** All glyphs there can be: glyph ids are 16 bits wide. */
export const ANY_GLYPH = new GlyphSet([{ start: 0, end: 0xffff }]);

/** The ranges of a list of glyphs, neighbours joined. */
export function toGlyphRanges(glyphs: readonly number[]): readonly GlyphRange[] {
  const ranges: { start: number; end: number }[] = [];
  for (const glyph of glyphs) {
    const last = ranges.at(-1);
    if (last !== undefined && glyph === last.end + 1) last.end = glyph;
    else ranges.push({ start: glyph, end: glyph });
  }
  return ranges;
}
