import type { Place } from '../../base/index.ts';

/** Elements that match one compound of a selector, such as `td.amount:first-child`. */
export interface Compound {
  /** Null where any element will do. */
  readonly tag: string | null;
  readonly classes: readonly string[];
  readonly conditions: readonly Condition[];
}

/** What a compound asks beside tag and classes. */
export type Condition =
  | { readonly kind: 'root' | 'first-child' | 'last-child' }
  | { readonly kind: 'nth-child'; readonly step: number; readonly offset: number }
  | { readonly kind: 'id'; readonly id: string }
  | AttributeCondition
  | { readonly kind: 'not'; readonly compounds: readonly Compound[] };

export interface AttributeCondition {
  readonly kind: 'attribute';
  readonly name: string;
  readonly operator: 'exists' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';
  readonly value: string;
  readonly ignoreCase: boolean;
}

/** Descendant, child, next sibling, later sibling. */
export type Combinator = ' ' | '>' | '+' | '~';

/** A selector read from its right end: the compound that the element itself matches, and what stands to the left of it. */
export interface Selector {
  readonly compound: Compound;
  readonly left: { readonly combinator: Combinator; readonly selector: Selector } | null;
}

/** Ids; classes, attributes and pseudo-classes; tags and pseudo-elements (Selectors 4 §17). */
export type Specificity = readonly [number, number, number];

/** One selector of a rule's list. */
export interface ComplexSelector {
  readonly selector: Selector;
  readonly pseudo: 'before' | 'after' | null;
  readonly specificity: Specificity;
  readonly place: Place;
}

/** Negative where `a` is less specific than `b`. */
export function compareSpecificity(a: Specificity, b: Specificity): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** The specificity of a compound; `:not()` counts as its most specific argument. */
export function specificityOf(compound: Compound): Specificity {
  let [ids, classes, tags]: Specificity = [0, compound.classes.length, compound.tag === null ? 0 : 1];
  for (const condition of compound.conditions) {
    if (condition.kind === 'id') ids++;
    else if (condition.kind !== 'not') classes++;
    else {
      const [a, b, c] = condition.compounds.map(specificityOf).toSorted(compareSpecificity).at(-1) ?? [0, 0, 0];
      ids += a;
      classes += b;
      tags += c;
    }
  }
  return [ids, classes, tags];
}
