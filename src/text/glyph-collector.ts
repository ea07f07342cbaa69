import type { GlyphShift, ShapedGlyphs } from './layout-text.ts';

const UNMOVED: GlyphShift = Object.freeze({ x: 0, y: 0 });

/** Gathers the glyphs of a text from parts of it that were shaped apart. */
export class GlyphCollector {
  readonly #glyphs: number[] = [];
  readonly #codePoints: (readonly number[])[] = [];
  readonly #nominalAdvances: number[] = [];
  readonly #advances: number[] = [];
  #offsets: GlyphShift[] | null = null;

  /** The first `before` and last `after` glyphs are neighbours, shaped with the others for their kerning only. */
  addGlyphs(shaped: ShapedGlyphs, before: 0 | 1, after: 0 | 1): void {
    // The neighbour on the left is here already, but what it keeps from the others shows in their company alone.
    if (before === 1) this.#advances[this.#advances.length - 1] = shaped.advances[0] ?? 0;
    if (shaped.offsets !== null) this.#offsets ??= this.#glyphs.map(() => UNMOVED);
    const end = shaped.glyphs.length - after;
    for (let i = before; i < end; i++) {
      this.#glyphs.push(shaped.glyphs[i] ?? 0);
      this.#codePoints.push(shaped.codePoints[i] ?? []);
      this.#nominalAdvances.push(shaped.nominalAdvances[i] ?? 0);
      this.#advances.push(shaped.advances[i] ?? 0);
      this.#offsets?.push(shaped.offsets?.[i] ?? UNMOVED);
    }
  }

  finish(): ShapedGlyphs {
    return {
      glyphs: this.#glyphs,
      codePoints: this.#codePoints,
      nominalAdvances: this.#nominalAdvances,
      advances: this.#advances,
      offsets: this.#offsets,
    };
  }
}
