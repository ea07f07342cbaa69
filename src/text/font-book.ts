import type { Font } from 'fontkit';
import { isRefused } from './characters.ts';
import { textFaults } from './faults.ts';
import { toFeatureKey, toFeatures } from './features.ts';
import { FontRules } from './font-rules.ts';
import type { Face, FontSpec, GlyphRun } from './glyph-run.ts';
import { type Itemization, itemize } from './itemize.ts';
import { parseFont } from './layout-text.ts';
import { matchFaces } from './match-faces.ts';
import { type FontSource, openFont } from './open-font.ts';
import { shapeText } from './shape.ts';
import { ShapingTable } from './shaping-table.ts';

/** The fonts of one engine: parsed once, and everything learnt about them kept for as long as the engine lives. */
export interface FontBook {
  readonly faces: readonly Face[];
  /** One face for each family name, in the order given, by CSS's rules for weight and style. FONT_UNKNOWN. */
  match(families: readonly string[], weight: number, style: Face['style']): readonly Face[];
  /** Divides a text by the first face in the list that has each character, or names the character that none has. */
  itemize(text: string, faces: readonly Face[]): Itemization;
  /** Whether a face prints a character; false for what must not be printed, such as controls. */
  hasGlyph(face: Face, codePoint: number): boolean;
  /** Final glyphs of a text whose every character the face has (`itemize` tells). */
  shape(text: string, spec: FontSpec): GlyphRun;
  /** The width of `shape`'s run, in points. */
  measure(text: string, spec: FontSpec): number;
  /** The parsed font file of a face, for embedding it. */
  fontOf(face: Face): Font;
}

interface LoadedFace {
  readonly face: Face;
  readonly bytes: Uint8Array;
  /** For shaping. */
  readonly font: Font;
  /** Read when the first text is shaped. */
  rules: FontRules | null;
  /** For embedding, parsed when it is first asked for. */
  embeddable: Font | null;
  readonly coverage: Map<number, boolean>;
  readonly tables: Map<number, ShapingTable>;
}

/** Code points whose coverage one face remembers. */
const MAX_COVERAGE_ENTRIES = 4096;

/** Parses and checks fonts. FONT_INVALID for a file that cannot serve, and for a face that is given twice. */
export function loadFontBook(sources: readonly FontSource[]): FontBook {
  const loaded = new Map<string, LoadedFace>();
  for (const source of sources) {
    const { face, font } = openFont(source);
    if (loaded.has(face.id)) throw textFaults.FONT_INVALID({ message: `Unexpected second font file for ${face.id}` });
    const { bytes } = source;
    loaded.set(face.id, { face, bytes, font, rules: null, embeddable: null, coverage: new Map(), tables: new Map() });
  }
  const faces = [...loaded.values()].map((entry) => entry.face);

  const toLoaded = (face: Face): LoadedFace => {
    const entry = loaded.get(face.id);
    if (entry === undefined) throw new TypeError(`Face ${face.id} is of another font book`);
    return entry;
  };
  const hasGlyph = (face: Face, codePoint: number): boolean => readCoverage(toLoaded(face), codePoint);
  const shape = (text: string, spec: FontSpec): GlyphRun => shapeText(text, spec, toTable(toLoaded(spec.face), spec));
  return {
    faces,
    match: (families, weight, style) => matchFaces(faces, families, weight, style),
    itemize: (text, wanted) => itemize(text, wanted, hasGlyph),
    hasGlyph,
    shape,
    measure: (text, spec) => shape(text, spec).width,
    fontOf: (face) => toEmbeddable(toLoaded(face)),
  };
}

function toEmbeddable(entry: LoadedFace): Font {
  entry.embeddable ??= parseFont(entry.bytes);
  return entry.embeddable;
}

function readCoverage(entry: LoadedFace, codePoint: number): boolean {
  const known = entry.coverage.get(codePoint);
  if (known !== undefined) return known;
  const answer = !isRefused(codePoint) && entry.font.hasGlyphForCodePoint(codePoint);
  if (entry.coverage.size < MAX_COVERAGE_ENTRIES) entry.coverage.set(codePoint, answer);
  return answer;
}

function toTable(entry: LoadedFace, spec: FontSpec): ShapingTable {
  const key = toFeatureKey(spec);
  let table = entry.tables.get(key);
  if (table === undefined) {
    entry.rules ??= new FontRules(entry.font);
    table = new ShapingTable(entry.font, entry.rules, toFeatures(spec));
    entry.tables.set(key, table);
  }
  return table;
}
