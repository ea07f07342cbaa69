import type { Font } from 'fontkit';
import { isRefused, isRightToLeft } from './characters.ts';
import { toFeatureKey, toFeatures } from './features.ts';
import { FontRules } from './font-rules.ts';
import type { FontFile, FontSource } from './font-source.ts';
import type { Face, FontSpec } from './glyph-run.ts';
import { openFont } from './open-font.ts';
import { ShapingTable } from './shaping-table.ts';
import { toFontFile } from './to-font-file.ts';

/** The end of the Latin blocks, whose characters nearly all text is made of. */
const LATIN_END = 0x250;
/** Other code points whose coverage one face remembers. */
const MAX_COVERAGE_ENTRIES = 4096;

/** One font file with everything learnt about it. */
export class LoadedFace {
  readonly face: Face;
  readonly #bytes: Uint8Array;
  /** For shaping. */
  readonly #font: Font;
  /** By code point below it: 0 where it has not been asked for, else 1 for no and 2 for yes. */
  readonly #latin = new Uint8Array(LATIN_END);
  readonly #coverage = new Map<number, boolean>();
  /** One for each set of features, of which there are few. */
  readonly #tables = new Map<number, ShapingTable>();
  #rules: FontRules | null = null;
  #embeddable: FontFile | null = null;

  /** FONT_INVALID for a file that cannot serve. */
  constructor(source: FontSource) {
    const { face, font } = openFont(source);
    this.face = face;
    this.#bytes = source.bytes;
    this.#font = font;
  }

  hasGlyph(codePoint: number): boolean {
    if (codePoint >= LATIN_END) return this.#hasOther(codePoint);
    const known = this.#latin[codePoint];
    if (known !== undefined && known !== 0) return known === 2;
    const isPrintable = this.#isPrintable(codePoint);
    this.#latin[codePoint] = isPrintable ? 2 : 1;
    return isPrintable;
  }

  #hasOther(codePoint: number): boolean {
    const known = this.#coverage.get(codePoint);
    if (known !== undefined) return known;
    const isPrintable = this.#isPrintable(codePoint);
    if (this.#coverage.size < MAX_COVERAGE_ENTRIES) this.#coverage.set(codePoint, isPrintable);
    return isPrintable;
  }

  #isPrintable(codePoint: number): boolean {
    return !isRefused(codePoint) && !isRightToLeft(codePoint) && this.#font.hasGlyphForCodePoint(codePoint);
  }

  /** The table that shapes text in this face as a specification wants it. */
  toTable(spec: FontSpec): ShapingTable {
    const key = toFeatureKey(spec);
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    this.#rules ??= new FontRules(this.#font);
    const hasGlyph = (codePoint: number): boolean => this.hasGlyph(codePoint);
    const source = { faceId: this.face.id, font: this.#font, rules: this.#rules, hasGlyph };
    const table = new ShapingTable(source, toFeatures(spec));
    this.#tables.set(key, table);
    return table;
  }

  toEmbeddable(): FontFile {
    this.#embeddable ??= toFontFile(this.face.id, this.#bytes, this.#font);
    return this.#embeddable;
  }
}
