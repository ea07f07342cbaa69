/** One font file as it is handed in. */
export interface FontSource {
  /** The name that style sheets use. */
  readonly family: string;
  /** 100 to 900. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** A static TrueType or OpenType file; not to be changed afterwards. */
  readonly bytes: Uint8Array;
}

/** A font file as embedding needs to see it. Measures are in font units, y upwards. */
export interface FontFile {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly outlines: 'TrueType' | 'CFF';
  readonly bounds: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  /** Degrees counter-clockwise from the vertical. */
  readonly italicAngle: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly isFixedPitch: boolean;
  readonly isItalic: boolean;
  /** The class of design, the upper byte of OS/2's `sFamilyClass`: 1 to 7 have serifs, 10 is script. */
  readonly familyClass: number;
  /**
   * A font program of these glyphs alone, for embedding: `glyphs[i]` becomes glyph `i + 1`, after the missing glyph. One
   * glyph may stand in the list twice. TrueType as a file, CFF as the bare table.
   */
  subset(glyphs: readonly number[]): Uint8Array;
}
