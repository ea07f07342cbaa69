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

/** A parsed font file, as far as embedding needs to see of it; the rest is fontkit's. */
export interface FontFile {
  readonly postscriptName: string | null;
  readonly unitsPerEm: number;
  createSubset(): unknown;
  layout(text: string): unknown;
}
