/** What layout and paint need to know of one loaded font face. Metrics are in font units, y upwards. */
export interface Face {
  /** Stable within a font book: family, weight and style, such as `Source Sans 3 600`. */
  readonly id: string;
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
}

/** A face at a size with the features that change its glyphs. */
export interface FontSpec {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly figureSpacing: 'normal' | 'tabular' | 'proportional';
  readonly figureStyle: 'normal' | 'lining' | 'oldstyle';
  readonly kerning: boolean;
  readonly ligatures: boolean;
  /** Points added after every glyph. */
  readonly letterSpacing: number;
  /** Points added to every U+0020 and U+00A0. */
  readonly wordSpacing: number;
}

/** A move from the pen, in points; the pen itself stays. */
export interface GlyphOffset {
  readonly x: number;
  /** Upwards. */
  readonly y: number;
}

/** Shaped text: final glyphs, final positions. */
export interface GlyphRun {
  readonly font: FontSpec;
  /** The text the glyphs stand for, exactly. */
  readonly text: string;
  /** Glyph ids in the face, in visual order. */
  readonly glyphs: readonly number[];
  /** What each glyph stands for; a ligature stands for several code points. Same length as `glyphs`. */
  readonly codePoints: readonly (readonly number[])[];
  /** Each glyph's own advance in font units, as the face's `hmtx` says. */
  readonly nominalAdvances: readonly number[];
  /** Advance in points with kerning, letter- and word-spacing. */
  readonly advances: readonly number[];
  /**
   * How far each glyph is drawn from the pen, in points, y upwards; null, as nearly always, where none is moved. Only
   * combining marks that Unicode cannot compose with their base are.
   */
  readonly offsets: readonly GlyphOffset[] | null;
  /** Sum of `advances`. */
  readonly width: number;
}
