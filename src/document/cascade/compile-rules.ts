import {
  type ComplexSelector,
  type Compound,
  type Condition,
  compareSpecificity,
  type Selector,
} from '../css/selector.ts';
import type { Declaration, RulePlace, StyleRule, StyleSheet } from '../css/style-sheet.ts';

/**
 * Something a rule asks of an element beside tag and classes, given a number. Whatever facts hold for an element are
 * part of what its style is remembered by, so only what some rule really asks is ever looked at.
 */
export type Fact =
  | { readonly kind: 'condition'; readonly condition: Exclude<Condition, { kind: 'not' }> }
  /** The sibling just before, or any earlier one, matches a selector. */
  | { readonly kind: 'sibling'; readonly combinator: '+' | '~'; readonly left: CompiledSelector };

export interface CompiledCompound {
  readonly tag: string | null;
  readonly classes: readonly string[];
  /** Numbers of facts that must hold. */
  readonly facts: readonly number[];
  /** None of these may match. */
  readonly excluded: readonly CompiledCompound[];
}

/** A selector whose sibling combinators have become facts; what is left walks from child to parent only. */
export interface CompiledSelector {
  readonly compound: CompiledCompound;
  readonly left: { readonly combinator: ' ' | '>'; readonly selector: CompiledSelector } | null;
}

/** One rule in the order in which declarations win: later over earlier. */
export interface CompiledRule {
  readonly selector: CompiledSelector;
  readonly pseudo: ComplexSelector['pseudo'];
  readonly declarations: readonly Declaration[];
  readonly place: RulePlace;
}

/** All rules of all sheets, ready to be matched. */
export interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  readonly facts: readonly Fact[];
  /** Classes that any selector mentions; the others make no difference to style. */
  readonly classes: ReadonlySet<string>;
}

/**
 * Sorts the rules of the sheets by specificity, then by order (CSS Cascade 4 §6.1). The first sheet is the user
 * agent's and loses against all others, whatever its specificity.
 */
export function compileRules(sheets: readonly StyleSheet[]): CompiledRules {
  const compiler = new SelectorCompiler();
  const [userAgent = [], ...authors] = sheets.map((sheet) => sheet.rules);
  const rules = [...bySpecificity(userAgent), ...bySpecificity(authors.flat())].map(
    ({ selector, declarations, place }) => ({
      selector: compiler.compile(selector.selector),
      pseudo: selector.pseudo,
      declarations,
      place,
    }),
  );
  return { rules, facts: compiler.facts, classes: compiler.classes };
}

function bySpecificity(rules: readonly StyleRule[]): readonly StyleRule[] {
  return rules.toSorted((a, b) => compareSpecificity(a.selector.specificity, b.selector.specificity));
}

class SelectorCompiler {
  readonly facts: Fact[] = [];
  readonly classes = new Set<string>();
  readonly #numbers = new Map<string, number>();

  compile(selector: Selector): CompiledSelector {
    const compound = this.#compound(selector.compound);
    if (selector.left === null) return { compound, left: null };
    const { combinator } = selector.left;
    const left = this.compile(selector.left.selector);
    if (combinator === ' ' || combinator === '>') return { compound, left: { combinator, selector: left } };
    const fact = this.#number({ kind: 'sibling', combinator, left });
    return { compound: { ...compound, facts: [...compound.facts, fact] }, left: null };
  }

  #compound(compound: Compound): CompiledCompound {
    for (const name of compound.classes) this.classes.add(name);
    const facts: number[] = [];
    const excluded: CompiledCompound[] = [];
    for (const condition of compound.conditions) {
      if (condition.kind === 'not') excluded.push(...condition.compounds.map((inner) => this.#compound(inner)));
      else facts.push(this.#number({ kind: 'condition', condition }));
    }
    return { tag: compound.tag, classes: compound.classes, facts, excluded };
  }

  /** Equal facts get one number. */
  #number(fact: Fact): number {
    const key = JSON.stringify(fact);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.facts.push(fact) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
