import type { Font } from 'fontkit';
import { FontDefect } from './font-defect.ts';
import { type GlyphRule, toPositioningRules, toSubstitutionRules, toUnboundedRules } from './glyph-rules.ts';
import type { GlyphSet } from './glyph-set.ts';
import { toReachable, toSuccessors } from './glyph-successors.ts';
import {
  type LayoutTable,
  type Lookup,
  readLayoutTable,
  readLookupIndexes,
  readMarkGlyphs,
  readSubTables,
} from './opentype-tables.ts';

const GSUB_EXTENSION = 7;
const GPOS_EXTENSION = 9;

/** The layout rules of one font, each lookup read once. */
export class FontRules {
  readonly #substitution: LayoutTable | null;
  readonly #positioning: LayoutTable | null;
  readonly #marks: GlyphSet;
  readonly #substitutionRules = new Map<number, readonly GlyphRule[]>();
  readonly #positioningRules = new Map<number, readonly GlyphRule[]>();

  constructor(font: Font) {
    this.#substitution = readLayoutTable(font, 'GSUB');
    this.#positioning = readLayoutTable(font, 'GPOS');
    this.#marks = readMarkGlyphs(font);
  }

  /**
   * The rules of every lookup that the features start for Latin text, and of those that these start in turn. Rules that
   * ask for a mark are left out, with what only they would start: they cannot match where no mark is.
   */
  read(features: ReadonlySet<string>): readonly GlyphRule[] {
    const readSubstitution = (table: LayoutTable, index: number): readonly GlyphRule[] =>
      this.#readOnce(this.#substitutionRules, index, () => {
        const lookup = table.lookupList.get(index);
        return [...toSkipRules(lookup), ...readSubTables(lookup, GSUB_EXTENSION).flatMap(toSubstitutionRules)];
      });
    const readPositioning = (table: LayoutTable, index: number): readonly GlyphRule[] =>
      this.#readOnce(this.#positioningRules, index, () => {
        const lookup = table.lookupList.get(index);
        return [...toSkipRules(lookup), ...readSubTables(lookup, GPOS_EXTENSION).flatMap(toPositioningRules)];
      });
    return [
      ...readStartedRules(this.#substitution, features, readSubstitution),
      ...readStartedRules(this.#positioning, features, readPositioning),
    ];
  }

  #readOnce(known: Map<number, readonly GlyphRule[]>, index: number, read: () => readonly GlyphRule[]) {
    let rules = known.get(index);
    if (rules === undefined) {
      rules = read();
      if (rules.some(neverEnds)) throw new FontDefect('its substitution rules never end');
      rules = rules.filter((rule) => !rule.sequence.some((set) => set.every((glyph) => this.#marks.has(glyph))));
      known.set(index, rules);
    }
    return rules;
  }
}

function readStartedRules(
  table: LayoutTable | null,
  features: ReadonlySet<string>,
  readLookupRules: (table: LayoutTable, index: number) => readonly GlyphRule[],
): readonly GlyphRule[] {
  if (table === null) return [];
  const indexes = new Set(readLookupIndexes(table, features));
  const rules: GlyphRule[] = [];
  // A set visits what is added to it while it is walked.
  for (const index of indexes) {
    for (const rule of readLookupRules(table, index)) {
      rules.push(rule);
      for (const nested of rule.nested) indexes.add(nested);
    }
  }
  return rules;
}

/** A lookup that skips whole classes of glyphs lets glyphs meet that are not neighbours. */
function toSkipRules(lookup: Lookup): readonly GlyphRule[] {
  const { ignoreBaseGlyphs, ignoreLigatures } = lookup.flags.flags;
  return ignoreBaseGlyphs || ignoreLigatures ? toUnboundedRules() : [];
}

/** fontkit goes on with the glyphs that a rule has made of one: for ever, where one of them leads to the same again. */
function neverEnds(rule: GlyphRule): boolean {
  const successors = toSuccessors(rule.additions);
  return [...successors.keys()].some((glyph) => toReachable(glyph, successors).has(glyph));
}
