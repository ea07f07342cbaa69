import { RecentMap } from '../base/index.ts';
import { textFaults } from './faults.ts';
import { toFeatureKey } from './features.ts';
import type { FontFile, FontSource } from './font-source.ts';
import type { Face, FontSpec, GlyphRun } from './glyph-run.ts';
import { type Itemization, itemize } from './itemize.ts';
import { LoadedFace } from './loaded-face.ts';
import { matchFaces } from './match-faces.ts';
import { shapeText } from './shape.ts';

/** Runs that are remembered at least: the labels, units and rates that every document of a template repeats. */
const REMEMBERED_RUNS = 1024;
/** Longer texts are prose, which seldom comes again. */
const MAX_REMEMBERED_LENGTH = 128;

/** The fonts of one engine: parsed once, and everything learnt about them kept for as long as the engine lives. */
export interface FontBook {
  readonly faces: readonly Face[];
  /** One face for each family name, in the order given, by CSS's rules for weight and style. FONT_UNKNOWN. */
  match(families: readonly string[], weight: number, style: Face['style']): readonly Face[];
  /** Divides a text by the first face in the list that has each character, or names the character that none has. */
  itemize(text: string, faces: readonly Face[]): Itemization;
  /** Whether a face prints a character; false for what must not be printed, such as controls. */
  hasGlyph(face: Face, codePoint: number): boolean;
  /** Final glyphs of a text whose every character the face has, as `itemize` makes sure of; else GLYPH_MISSING. */
  shape(text: string, spec: FontSpec): GlyphRun;
  /** The width of `shape`'s run, in points. */
  measure(text: string, spec: FontSpec): number;
  /** The font file of a face, for embedding it. */
  fontOf(face: Face): FontFile;
}

/** Parses and checks fonts. FONT_INVALID for a file that cannot serve, and for a face that is given twice. */
export function loadFontBook(sources: readonly FontSource[]): FontBook {
  const loaded = new Map<string, LoadedFace>();
  for (const source of sources) {
    const entry = new LoadedFace(source);
    const { id } = entry.face;
    if (loaded.has(id)) throw textFaults.FONT_INVALID({ message: `Unexpected second font file for ${id}` });
    loaded.set(id, entry);
  }
  const faces = Array.from(loaded.values(), (entry) => entry.face);
  // By the list itself: styles share theirs from document to document, and lists of gone styles are let go.
  const matches = new WeakMap<readonly string[], Map<string, readonly Face[]>>();

  const toLoaded = (face: Face): LoadedFace => {
    const entry = loaded.get(face.id);
    if (entry === undefined) throw new TypeError(`Face ${face.id} is of another font book`);
    return entry;
  };
  const hasGlyph = (face: Face, codePoint: number): boolean => toLoaded(face).hasGlyph(codePoint);
  const runs = new RecentMap<GlyphRun>(REMEMBERED_RUNS);
  const codeOf = createSpecCodes();
  const shape = (text: string, spec: FontSpec): GlyphRun => {
    const table = toLoaded(spec.face).toTable(spec);
    if (text.length > MAX_REMEMBERED_LENGTH) return shapeText(text, spec, table);
    const key = `${codeOf(spec)}${text}`;
    const known = runs.get(key);
    if (known !== undefined) return known;
    // Cut out of the key, not out of the document: a part of a string keeps the whole string in memory.
    const run = shapeText(key.slice(key.length - text.length), spec, table);
    runs.set(key, run);
    return run;
  };
  return {
    faces,
    match: (families, weight, style) => {
      const choices = rememberIn(matches, families, () => new Map<string, readonly Face[]>());
      return rememberIn(choices, `${weight} ${style}`, () => matchFaces(faces, families, weight, style));
    },
    itemize: (text, wanted) => itemize(text, wanted, hasGlyph),
    hasGlyph,
    shape,
    measure: (text, spec) => shape(text, spec).width,
    fontOf: (face) => toLoaded(face).toEmbeddable(),
  };
}

/**
 * A short name for each way of setting text, for keys of runs: of equal specs the same. Specs of styles live as long as
 * the style, so most are known by themselves.
 */
function createSpecCodes(): (spec: FontSpec) => string {
  // Justified lines have word spacings of their own, so that codes must be forgotten too; a new one is never an old one.
  const codes = new RecentMap<string>(REMEMBERED_RUNS);
  let next = 0;
  const known = new WeakMap<FontSpec, string>();
  return (spec) => {
    const old = known.get(spec);
    if (old !== undefined) return old;
    const { face, size, letterSpacing, wordSpacing } = spec;
    const all = `${face.id}/${size}/${letterSpacing}/${wordSpacing}/${toFeatureKey(spec)}`;
    const code = codes.get(all) ?? `${next++}/`;
    codes.set(all, code);
    known.set(spec, code);
    return code;
  };
}

function rememberIn<Key, Value>(
  known: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  const old = known.get(key);
  if (old !== undefined) return old;
  const made = make();
  known.set(key, made);
  return made;
}
