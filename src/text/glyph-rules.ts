import { ANY_GLYPH, GlyphSet, toGlyphRanges } from './glyph-set.ts';
import {
  type AlternateSubstitution,
  type ChainingContext,
  type ClassDefinition,
  type Context,
  type Coverage,
  type CursiveAttachment,
  type LigatureSubstitution,
  type LookupRecord,
  type MultipleSubstitution,
  type PairAdjustment,
  type SingleSubstitution,
  type SubTable,
  toClassRanges,
  toCoveredGlyphs,
} from './opentype-tables.ts';

export interface Replacement {
  readonly from: number;
  readonly to: number;
}

/** One thing that a lookup subtable can do, as far as neighbours are concerned. */
export interface GlyphRule {
  /** What must stand side by side, left to right; a single set needs no neighbours. */
  readonly sequence: readonly GlyphSet[];
  /** Every glyph that may turn into another, with what it may turn into. */
  readonly replacements: readonly Replacement[];
  /** Where one glyph becomes several: those after the first. */
  readonly additions: readonly Replacement[];
  /** Lookups that run where the rule matches, by index. */
  readonly nested: readonly number[];
}

const NOTHING = { replacements: [], additions: [], nested: [] };
const ANY_PAIR: GlyphRule = { ...NOTHING, sequence: [ANY_GLYPH, ANY_GLYPH] };

/** The rules of a GSUB subtable. */
export function toSubstitutionRules({ type, body }: SubTable): readonly GlyphRule[] {
  switch (type) {
    case 1:
      return [toSingleRule(body as SingleSubstitution)];
    case 2: {
      const { coverage, sequences } = body as MultipleSubstitution;
      const rule = toChoiceRule(coverage, (index) => sequences.get(index));
      return [{ ...rule, additions: toReplacements(coverage, (index) => sequences.get(index).slice(1)) }];
    }
    case 3: {
      const { coverage, alternateSet } = body as AlternateSubstitution;
      return [toChoiceRule(coverage, (index) => alternateSet.get(index))];
    }
    case 4:
      return toLigatureRules(body as LigatureSubstitution);
    case 5:
      return toContextRules(body as Context);
    case 6:
      return toChainingRules(body as ChainingContext);
    default:
      return [ANY_PAIR];
  }
}

/**
 * The rules of a GPOS subtable. Single adjustment, the placing of marks, and pairs that move only their first glyph reach
 * no further than from a glyph to its right neighbour, which is what a kerning table holds.
 */
export function toPositioningRules({ type, body }: SubTable): readonly GlyphRule[] {
  switch (type) {
    case 1:
    case 4:
    case 5:
    case 6:
      return [];
    case 2: {
      const { coverage, valueFormat2 } = body as PairAdjustment;
      const movesSecond = Object.values(valueFormat2).some((isSet) => isSet === true);
      return movesSecond ? [{ ...NOTHING, sequence: [toCoverageSet(coverage), ANY_GLYPH] }] : [];
    }
    case 3: {
      const covered = toCoverageSet((body as CursiveAttachment).coverage);
      return [{ ...NOTHING, sequence: [covered, covered] }];
    }
    case 7:
      return toContextRules(body as Context);
    case 8:
      return toChainingRules(body as ChainingContext);
    default:
      return [ANY_PAIR];
  }
}

/** For lookups that skip whole classes of glyphs, so that glyphs meet which are not neighbours. */
export function toUnboundedRules(): readonly GlyphRule[] {
  return [ANY_PAIR];
}

function toSingleRule(table: SingleSubstitution): GlyphRule {
  const replacements = toCoveredGlyphs(table.coverage).map((from, index) => ({
    from,
    to: table.version === 1 ? (from + table.deltaGlyphID) & 0xffff : table.substitute.get(index),
  }));
  return { ...NOTHING, sequence: [toCoverageSet(table.coverage)], replacements };
}

function toChoiceRule(coverage: Coverage, toGlyphs: (index: number) => readonly number[]): GlyphRule {
  return { ...NOTHING, sequence: [toCoverageSet(coverage)], replacements: toReplacements(coverage, toGlyphs) };
}

function toReplacements(coverage: Coverage, toGlyphs: (index: number) => readonly number[]): readonly Replacement[] {
  return toCoveredGlyphs(coverage).flatMap((from, index) => toGlyphs(index).map((to) => ({ from, to })));
}

function toLigatureRules(table: LigatureSubstitution): readonly GlyphRule[] {
  return toCoveredGlyphs(table.coverage).flatMap((first, index) =>
    table.ligatureSets.get(index).map((ligature) => {
      const parts = [first, ...ligature.components];
      const replacements = parts.map((from) => ({ from, to: ligature.glyph }));
      return { ...NOTHING, sequence: parts.map(toGlyphSet), replacements };
    }),
  );
}

function toContextRules(table: Context): readonly GlyphRule[] {
  switch (table.version) {
    case 1:
      return toCoveredGlyphs(table.coverage).flatMap((first, index) =>
        (table.ruleSets[index] ?? []).map((rule) => toRule([first, ...rule.input].map(toGlyphSet), rule)),
      );
    case 2:
      return table.classSet.flatMap((rules, first) =>
        (rules ?? []).map((rule) => toRule([first, ...rule.classes].map(toClassSet(table.classDef)), rule)),
      );
    case 3:
      return [toRule(table.coverages.map(toCoverageSet), table)];
  }
}

function toChainingRules(table: ChainingContext): readonly GlyphRule[] {
  switch (table.version) {
    case 1:
      return toCoveredGlyphs(table.coverage).flatMap((first, index) =>
        (table.chainRuleSets[index] ?? []).map((rule) =>
          toRule([...rule.backtrack, first, ...rule.input, ...rule.lookahead].map(toGlyphSet), rule),
        ),
      );
    case 2:
      return table.chainClassSet.flatMap((rules, first) =>
        (rules ?? []).map((rule) => {
          const backtrack = rule.backtrack.map(toClassSet(table.backtrackClassDef));
          const input = [first, ...rule.input].map(toClassSet(table.inputClassDef));
          const lookahead = rule.lookahead.map(toClassSet(table.lookaheadClassDef));
          return toRule([...backtrack, ...input, ...lookahead], rule);
        }),
      );
    case 3: {
      const { backtrackCoverage, inputCoverage, lookaheadCoverage } = table;
      const coverages = [...backtrackCoverage, ...inputCoverage, ...lookaheadCoverage];
      return [toRule(coverages.map(toCoverageSet), table)];
    }
  }
}

function toRule(sequence: readonly GlyphSet[], rule: { readonly lookupRecords: readonly LookupRecord[] }): GlyphRule {
  return { ...NOTHING, sequence, nested: rule.lookupRecords.map((record) => record.lookupListIndex) };
}

function toGlyphSet(glyph: number): GlyphSet {
  return new GlyphSet([{ start: glyph, end: glyph }]);
}

/** Class 0 holds every glyph that the definition does not name: an open set, taken for any glyph. */
function toClassSet(definition: ClassDefinition | null): (wanted: number) => GlyphSet {
  return (wanted) => {
    return wanted === 0 || definition === null ? ANY_GLYPH : new GlyphSet(toClassRanges(definition, wanted));
  };
}

function toCoverageSet(coverage: Coverage): GlyphSet {
  return new GlyphSet(coverage.version === 1 ? toGlyphRanges(coverage.glyphs) : coverage.rangeRecords);
}
