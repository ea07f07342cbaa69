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
  type SingleSubstitution,
  type SubTable,
  toCoverageIndex,
  toCoveredGlyphs,
  toGlyphClass,
} from './opentype-tables.ts';

export type GlyphTest = (glyph: number) => boolean;

/** One thing that a lookup subtable can do, as far as neighbours are concerned. */
export interface GlyphRule {
  /** What must stand side by side, left to right; a single test needs no neighbours. */
  readonly sequence: readonly GlyphTest[];
  /** Every glyph that may turn into another, with what it may turn into. */
  readonly replacements: readonly { readonly from: number; readonly to: number }[];
  /** Lookups that run where the rule matches, by index. */
  readonly nested: readonly number[];
}

const ANY_PAIR: GlyphRule = { sequence: [() => true, () => true], replacements: [], nested: [] };

/** The rules of a GSUB subtable. */
export function toSubstitutionRules({ type, body }: SubTable): readonly GlyphRule[] {
  switch (type) {
    case 1:
      return [toSingleRule(body as SingleSubstitution)];
    case 2: {
      const { coverage, sequences } = body as MultipleSubstitution;
      return [toManyRule(coverage, (index) => sequences.get(index))];
    }
    case 3: {
      const { coverage, alternateSet } = body as AlternateSubstitution;
      return [toManyRule(coverage, (index) => alternateSet.get(index))];
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

/** The rules of a GPOS subtable. Single and pair adjustment and the placing of marks reach no further than a pair. */
export function toPositioningRules({ type, body }: SubTable): readonly GlyphRule[] {
  switch (type) {
    case 1:
    case 2:
    case 4:
    case 5:
    case 6:
      return [];
    case 3: {
      const covered = toCoverageTest((body as CursiveAttachment).coverage);
      return [{ sequence: [covered, covered], replacements: [], nested: [] }];
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
  return { sequence: [toCoverageTest(table.coverage)], replacements, nested: [] };
}

function toManyRule(coverage: Coverage, toGlyphs: (index: number) => readonly number[]): GlyphRule {
  const replacements = toCoveredGlyphs(coverage).flatMap((from, index) => toGlyphs(index).map((to) => ({ from, to })));
  return { sequence: [toCoverageTest(coverage)], replacements, nested: [] };
}

function toLigatureRules(table: LigatureSubstitution): readonly GlyphRule[] {
  return toCoveredGlyphs(table.coverage).flatMap((first, index) =>
    table.ligatureSets.get(index).map((ligature) => {
      const parts = [first, ...ligature.components];
      const replacements = parts.map((from) => ({ from, to: ligature.glyph }));
      return { sequence: parts.map(toGlyphTest), replacements, nested: [] };
    }),
  );
}

function toContextRules(table: Context): readonly GlyphRule[] {
  switch (table.version) {
    case 1:
      return toCoveredGlyphs(table.coverage).flatMap((first, index) =>
        (table.ruleSets[index] ?? []).map((rule) => toRule([first, ...rule.input].map(toGlyphTest), rule)),
      );
    case 2:
      return table.classSet.flatMap((rules, first) =>
        (rules ?? []).map((rule) => toRule([first, ...rule.classes].map(toClassTest(table.classDef)), rule)),
      );
    case 3:
      return [toRule(table.coverages.map(toCoverageTest), table)];
  }
}

function toChainingRules(table: ChainingContext): readonly GlyphRule[] {
  switch (table.version) {
    case 1:
      return toCoveredGlyphs(table.coverage).flatMap((first, index) =>
        (table.chainRuleSets[index] ?? []).map((rule) =>
          toRule([...rule.backtrack.toReversed(), first, ...rule.input, ...rule.lookahead].map(toGlyphTest), rule),
        ),
      );
    case 2:
      return table.chainClassSet.flatMap((rules, first) =>
        (rules ?? []).map((rule) => {
          const backtrack = rule.backtrack.toReversed().map(toClassTest(table.backtrackClassDef));
          const input = [first, ...rule.input].map(toClassTest(table.inputClassDef));
          const lookahead = rule.lookahead.map(toClassTest(table.lookaheadClassDef));
          return toRule([...backtrack, ...input, ...lookahead], rule);
        }),
      );
    case 3: {
      const { backtrackCoverage, inputCoverage, lookaheadCoverage } = table;
      const coverages = [...backtrackCoverage.toReversed(), ...inputCoverage, ...lookaheadCoverage];
      return [toRule(coverages.map(toCoverageTest), table)];
    }
  }
}

function toRule(sequence: readonly GlyphTest[], rule: { readonly lookupRecords: readonly LookupRecord[] }): GlyphRule {
  return { sequence, replacements: [], nested: rule.lookupRecords.map((record) => record.lookupListIndex) };
}

function toGlyphTest(expected: number): GlyphTest {
  return (glyph) => glyph === expected;
}

function toClassTest(definition: ClassDefinition | null): (expected: number) => GlyphTest {
  return (expected) => (glyph) => toGlyphClass(definition, glyph) === expected;
}

function toCoverageTest(coverage: Coverage): GlyphTest {
  return (glyph) => toCoverageIndex(coverage, glyph) !== -1;
}
