import type { FontRules } from './font-rules.ts';
import type { GlyphSet } from './glyph-set.ts';
import { toReachable, toSuccessors } from './glyph-successors.ts';

/** What a font does to a text beyond replacing single characters and kerning pairs. */
export interface Joins {
  /** What a character takes part in, by the glyph that it begins as. */
  toPart(glyph: number): JoinPart;
}

/** A character's part in the joins of a font. */
export interface JoinPart {
  /** Whether it always becomes one glyph when it stands alone. */
  readonly staysSingle: boolean;
  /** Ids of the joins that it may begin, and for each how many characters on either side the join may reach. */
  readonly opens: ReadonlyMap<number, number>;
  /** Ids of the joins that it may complete when it follows a character that opens them. */
  readonly closes: ReadonlySet<number>;
}

/**
 * The two neighbours in a rule's sequence that are hardest to meet: where they do not stand side by side, the rule cannot
 * match. `reach` is how many more glyphs the rule looks at on the longer side.
 */
interface Join {
  readonly left: GlyphSet;
  readonly right: GlyphSet;
  readonly reach: number;
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

/**
 * Reads from GSUB and GPOS which neighbours can influence each other by more than pair kerning: ligatures, contextual
 * substitution and positioning, cursive attachment. Text without such a join can be shaped from a table of characters
 * and pairs with the same result as the full algorithm. Marks are not considered; text with marks is never plain.
 */
export function findJoins(font: FontRules, features: Readonly<Record<string, boolean>>): Joins {
  const active = new Set(DEFAULT_FEATURES);
  for (const [tag, isOn] of Object.entries(features)) {
    if (isOn) active.add(tag);
    else active.delete(tag);
  }
  const rules = font.read(active);
  const successors = toSuccessors(rules.flatMap((rule) => rule.replacements));
  const multiplied = rules.filter((rule) => rule.additions.length > 0).flatMap((rule) => rule.sequence);
  const joins = rules.flatMap(({ sequence }) => toJoin(sequence) ?? []);
  return {
    toPart: (glyph) => {
      const forms = [glyph, ...toReachable(glyph, successors)];
      const fits = (set: GlyphSet): boolean => forms.some((form) => set.has(form));
      return {
        staysSingle: !multiplied.some(fits),
        opens: new Map(joins.flatMap((join, id) => (fits(join.left) ? [[id, join.reach]] : []))),
        closes: new Set(joins.flatMap((join, id) => (fits(join.right) ? [id] : []))),
      };
    },
  };
}

function toJoin(sequence: readonly GlyphSet[]): Join | null {
  let best: Join | null = null;
  sequence.slice(1).forEach((right, i) => {
    const left = sequence[i] ?? right;
    if (best !== null && left.size * right.size >= best.left.size * best.right.size) return;
    best = { left, right, reach: Math.max(i, sequence.length - 2 - i) };
  });
  return best;
}
