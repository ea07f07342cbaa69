import type { Font } from 'fontkit';
import { type GlyphRange, GlyphSet, toGlyphRanges } from './glyph-set.ts';

/**
 * The layout tables of a font as fontkit decodes them, as far as the engine reads them itself; `@types/fontkit` leaves
 * them out. Names are fontkit's, shapes those of the OpenType specification, "OpenType Layout Common Table Formats".
 */
export interface LayoutTable {
  readonly scriptList: readonly ScriptRecord[] | null;
  readonly featureList: readonly { readonly tag: string; readonly feature: Feature }[];
  readonly lookupList: { readonly length: number; get: (index: number) => Lookup };
}

interface ScriptRecord {
  readonly tag: string;
  readonly script: { readonly defaultLangSys: { readonly featureIndexes: readonly number[] } | null };
}

interface Feature {
  readonly lookupListIndexes: readonly number[];
}

export interface Lookup {
  readonly lookupType: number;
  readonly flags: { readonly flags: { readonly ignoreBaseGlyphs: boolean; readonly ignoreLigatures: boolean } };
  readonly subTables: readonly unknown[];
}

export type Coverage =
  | { readonly version: 1; readonly glyphs: readonly number[] }
  | {
      readonly version: 2;
      readonly rangeRecords: readonly {
        readonly start: number;
        readonly end: number;
        readonly startCoverageIndex: number;
      }[];
    };

export type ClassDefinition =
  | { readonly version: 1; readonly startGlyph: number; readonly classValueArray: readonly number[] }
  | {
      readonly version: 2;
      readonly classRangeRecord: readonly { readonly start: number; readonly end: number; readonly class: number }[];
    };

/** GSUB type 1: one glyph for another. */
export type SingleSubstitution =
  | { readonly version: 1; readonly coverage: Coverage; readonly deltaGlyphID: number }
  | { readonly version: 2; readonly coverage: Coverage; readonly substitute: { get(index: number): number } };

/** GSUB type 2: several glyphs for one. */
export interface MultipleSubstitution {
  readonly coverage: Coverage;
  readonly sequences: { get(index: number): readonly number[] };
}

/** GSUB type 3: a choice of glyphs for one; fontkit takes the first. */
export interface AlternateSubstitution {
  readonly coverage: Coverage;
  readonly alternateSet: { get(index: number): readonly number[] };
}

/** GSUB type 4: one glyph for several. */
export interface LigatureSubstitution {
  readonly coverage: Coverage;
  readonly ligatureSets: {
    get(index: number): readonly { readonly components: readonly number[]; readonly glyph: number }[];
  };
}

/** GPOS type 2: kerning. The formats say which values a pair has for its first and its second glyph. */
export interface PairAdjustment {
  readonly coverage: Coverage;
  readonly valueFormat2: Readonly<Record<string, unknown>>;
}

/** GPOS type 3: glyphs that join hands. */
export interface CursiveAttachment {
  readonly coverage: Coverage;
}

/** GSUB type 5, GPOS type 7. */
export type Context =
  | { readonly version: 1; readonly coverage: Coverage; readonly ruleSets: readonly (readonly ContextRule[] | null)[] }
  | {
      readonly version: 2;
      readonly coverage: Coverage;
      readonly classDef: ClassDefinition;
      readonly classSet: readonly (readonly ContextClassRule[] | null)[];
    }
  | { readonly version: 3; readonly coverages: readonly Coverage[]; readonly lookupRecords: readonly LookupRecord[] };

interface ContextRule {
  readonly input: readonly number[];
  readonly lookupRecords: readonly LookupRecord[];
}

interface ContextClassRule {
  readonly classes: readonly number[];
  readonly lookupRecords: readonly LookupRecord[];
}

/** A lookup that a contextual rule applies where it matches. */
export interface LookupRecord {
  readonly lookupListIndex: number;
}

/** GSUB type 6, GPOS type 8. Backtracks in reading order, which is how `orderBacktracks` leaves them. */
export type ChainingContext =
  | {
      readonly version: 1;
      readonly coverage: Coverage;
      readonly chainRuleSets: readonly (readonly ChainRule[] | null)[];
    }
  | {
      readonly version: 2;
      readonly coverage: Coverage;
      readonly backtrackClassDef: ClassDefinition | null;
      readonly inputClassDef: ClassDefinition;
      readonly lookaheadClassDef: ClassDefinition | null;
      readonly chainClassSet: readonly (readonly ChainRule[] | null)[];
    }
  | {
      readonly version: 3;
      readonly backtrackCoverage: Coverage[];
      readonly inputCoverage: readonly Coverage[];
      readonly lookaheadCoverage: readonly Coverage[];
      readonly lookupRecords: readonly LookupRecord[];
    };

interface ChainRule {
  readonly backtrack: number[];
  readonly input: readonly number[];
  readonly lookahead: readonly number[];
  readonly lookupRecords: readonly LookupRecord[];
}

/** GSUB or GPOS of a font; null where it has none. */
export function readLayoutTable(font: Font, tag: 'GSUB' | 'GPOS'): LayoutTable | null {
  return (font as unknown as Readonly<Record<string, LayoutTable | undefined>>)[tag] ?? null;
}

/** Indexes of the lookups that the given features start for Latin text; the script is chosen as fontkit does. */
export function readLookupIndexes(table: LayoutTable, features: ReadonlySet<string>): ReadonlySet<number> {
  const scripts = table.scriptList ?? [];
  const script = ['latn', 'DFLT', 'dflt'].map((tag) => scripts.find((s) => s.tag === tag)).find((s) => s !== undefined);
  const indexes = new Set<number>();
  for (const featureIndex of script?.script.defaultLangSys?.featureIndexes ?? []) {
    const record = table.featureList[featureIndex];
    if (record !== undefined && features.has(record.tag)) {
      for (const lookupIndex of record.feature.lookupListIndexes) indexes.add(lookupIndex);
    }
  }
  return indexes;
}

export interface SubTable {
  readonly type: number;
  readonly body: unknown;
}

/** The subtables of a lookup with their types, extension subtables (GSUB 7, GPOS 9) unwrapped. */
export function readSubTables(lookup: Lookup, extensionType: number): readonly SubTable[] {
  return lookup.subTables.map((body) => {
    if (lookup.lookupType !== extensionType) return { type: lookup.lookupType, body };
    const { lookupType, extension } = body as { readonly lookupType: number; readonly extension: unknown };
    return { type: lookupType, body: extension };
  });
}

/** Every glyph of a coverage table, in its order. */
export function toCoveredGlyphs(coverage: Coverage): readonly number[] {
  if (coverage.version === 1) return coverage.glyphs;
  return coverage.rangeRecords.flatMap((r) => toRange(r.start, r.end));
}

function toRange(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start + 1 }, (_, i) => start + i);
}

/** The glyphs of a class other than 0. */
export function toClassRanges(definition: ClassDefinition, wanted: number): readonly GlyphRange[] {
  if (definition.version === 2) return definition.classRangeRecord.filter((range) => range.class === wanted);
  const { startGlyph, classValueArray } = definition;
  return toGlyphRanges(classValueArray.flatMap((c, i) => (c === wanted ? [startGlyph + i] : [])));
}

/** The glyphs that GDEF calls marks; none where a font has no GDEF. */
export function readMarkGlyphs(font: Font): GlyphSet {
  const { GDEF: table } = font as unknown as { readonly GDEF?: { readonly glyphClassDef: ClassDefinition | null } };
  const classes = table?.glyphClassDef ?? null;
  return new GlyphSet(classes === null ? [] : toClassRanges(classes, MARK_CLASS));
}

const MARK_CLASS = 3;
