import type { Font } from 'fontkit';
import { type GlyphRule, toPositioningRules, toSubstitutionRules, toUnboundedRules } from './glyph-rules.ts';
import { type Lookup, readLayoutTable, readLookupIndexes, readSubTables, type SubTable } from './opentype-tables.ts';

/** What a face does to neighbouring glyphs beyond pair kerning. */
export interface Joins {
  /** Every glyph that a glyph may turn into by any rule, itself first. */
  toForms(glyph: number): readonly number[];
  /** Whether some rule could match across the border between two glyphs. False is certain, true is a maybe. */
  areJoined(left: readonly number[], right: readonly number[]): boolean;
}

/** The features that fontkit applies to Latin text unasked (its DefaultShaper). */
const DEFAULT_FEATURES = [
  'rvrn',
  'ltra',
  'ltrm',
  'ccmp',
  'locl',
  'rlig',
  'calt',
  'clig',
  'liga',
  'rclt',
  'curs',
  'kern',
];

const GSUB_EXTENSION = 7;
const GPOS_EXTENSION = 9;

/**
 * Reads from GSUB and GPOS which neighbours can influence each other by more than pair kerning: ligatures, contextual
 * substitution and positioning, cursive attachment. Text without such a pair can be shaped from a table of characters
 * and pairs with the same result as the full algorithm; marks are not considered, they always take the long way.
 */
export function findJoins(font: Font, features: Readonly<Record<string, boolean>>): Joins {
  const active = new Set(DEFAULT_FEATURES);
  for (const [tag, isOn] of Object.entries(features)) {
    if (isOn) active.add(tag);
    else active.delete(tag);
  }
  const rules = [
    ...readRules(font, 'GSUB', active, GSUB_EXTENSION, toSubstitutionRules),
    ...readRules(font, 'GPOS', active, GPOS_EXTENSION, toPositioningRules),
  ];
  const successors = toSuccessors(rules);
  const pairs = rules.flatMap(({ sequence }) =>
    sequence.slice(1).map((right, i) => ({ left: sequence[i] ?? right, right })),
  );
  return {
    toForms: (glyph) => toReachable(glyph, successors),
    areJoined: (left, right) => pairs.some((pair) => left.some(pair.left) && right.some(pair.right)),
  };
}

/** The rules of every lookup that the features start, and of those that these start in turn. */
function readRules(
  font: Font,
  tag: 'GSUB' | 'GPOS',
  active: ReadonlySet<string>,
  extension: number,
  toRules: (subTable: SubTable) => readonly GlyphRule[],
): readonly GlyphRule[] {
  const table = readLayoutTable(font, tag);
  if (table === null) return [];
  const rules: GlyphRule[] = [];
  const indexes = new Set(readLookupIndexes(table, active));
  // A set visits what is added to it while it is walked.
  for (const index of indexes) {
    const lookup = table.lookupList.get(index);
    if (skipsBaseGlyphs(lookup)) rules.push(...toUnboundedRules());
    for (const rule of readSubTables(lookup, extension).flatMap(toRules)) {
      rules.push(rule);
      for (const nested of rule.nested) indexes.add(nested);
    }
  }
  return rules;
}

function skipsBaseGlyphs(lookup: Lookup): boolean {
  return lookup.flags.flags.ignoreBaseGlyphs || lookup.flags.flags.ignoreLigatures;
}

function toSuccessors(rules: readonly GlyphRule[]): ReadonlyMap<number, readonly number[]> {
  const successors = new Map<number, number[]>();
  for (const { from, to } of rules.flatMap((rule) => rule.replacements)) {
    const known = successors.get(from);
    if (known === undefined) successors.set(from, [to]);
    else known.push(to);
  }
  return successors;
}

function toReachable(glyph: number, successors: ReadonlyMap<number, readonly number[]>): readonly number[] {
  const reached = new Set([glyph]);
  for (const from of reached) for (const to of successors.get(from) ?? []) reached.add(to);
  return [...reached];
}
