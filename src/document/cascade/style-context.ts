import type { Declaration, RulePlace } from '../css/style-sheet.ts';
import type { ElementNode } from '../element.ts';
import type { ComputedStyle } from '../style.ts';
import type { CompiledRule, CompiledRules, CompiledSelector, Fact } from './compile-rules.ts';
import { factHolds, type MatchSubject, matchesSelector, type SiblingPosition } from './match-selector.ts';
import { type Resolved, resolveValues } from './resolve-values.ts';
import { NO_PARENT_BOX, type ParentBox, toComputedStyle } from './to-computed-style.ts';
import { NO_VARIABLES } from './variables.ts';

/**
 * One way of being styled: a tag with its classes and facts, inside another such way. All elements alike in these share
 * one context, and with it one computed style, in a document and from one document to the next: a thousand invoice
 * lines need no more contexts than two.
 */
export interface StyleContext extends MatchSubject {
  readonly parent: StyleContext | null;
  readonly resolved: Resolved;
  readonly style: ComputedStyle;
  readonly before: ComputedStyle | null;
  readonly after: ComputedStyle | null;
  /** For list items only. */
  readonly marker: ComputedStyle | null;
  readonly children: Map<string, StyleContext>;
}

/** More ways of being styled than this are forgotten between documents; templates have a few hundred. */
const MAX_CONTEXTS = 20_000;

const NO_FACTS: ReadonlySet<number> = new Set();

interface ClassSet {
  readonly key: string;
  readonly names: ReadonlySet<string>;
}

/** Finds the context of an element, and makes it the first time. */
export class StyleContexts {
  /** Whether any rule asks where an element stands among its siblings. */
  readonly asksForPosition: boolean;
  readonly #compiled: CompiledRules;
  readonly #roots = new Map<string, StyleContext>();
  readonly #classSets = new Map<string, ClassSet>();
  #count = 0;

  constructor(compiled: CompiledRules) {
    this.#compiled = compiled;
    this.asksForPosition = compiled.facts.some(isAboutPosition);
  }

  /** To be called between documents only: contexts in use must stay the same. */
  forgetIfMany(): void {
    if (this.#count + this.#classSets.size <= MAX_CONTEXTS) return;
    this.#roots.clear();
    this.#classSets.clear();
    this.#count = 0;
  }

  /** The context of an element in its parent's, or of the root where that is null. */
  contextOf(element: ElementNode, parent: StyleContext | null, position: SiblingPosition): StyleContext {
    const siblings = parent === null ? this.#roots : parent.children;
    const classes = this.#classSet(element.attributes['class']);
    const facts = this.#factsOf(element, parent, position);
    const key = classes.key === '' && facts === '' ? element.tag : `${element.tag} ${classes.key} ${facts}`;
    const known = siblings.get(key);
    if (known !== undefined) return known;
    const context = this.#create(element.tag, classes.names, facts, parent);
    siblings.set(key, context);
    this.#count++;
    return context;
  }

  /** Classes that no rule mentions do not count. */
  #classSet(attribute: string | undefined): ClassSet {
    const written = attribute ?? '';
    let set = this.#classSets.get(written);
    if (set === undefined) {
      const names = new Set(written.split(/[ \t\n\r\f]+/).filter((name) => this.#compiled.classes.has(name)));
      set = { key: [...names].toSorted().join('.'), names };
      this.#classSets.set(written, set);
    }
    return set;
  }

  #factsOf(element: ElementNode, parent: StyleContext | null, position: SiblingPosition): string {
    let facts = '';
    this.#compiled.facts.forEach((fact, number) => {
      if (factHolds(fact, element, position, parent === null)) facts += facts === '' ? number : `,${number}`;
    });
    return facts;
  }

  #create(tag: string, classes: ReadonlySet<string>, factsKey: string, parent: StyleContext | null): StyleContext {
    const facts = factsKey === '' ? NO_FACTS : new Set(factsKey.split(',').map(Number));
    const subject: MatchSubject = { parent, tag, classes, facts, answers: new Map<CompiledSelector, boolean>() };
    const resolved = resolveValues(this.#declarationsFor(subject, null), parent?.resolved ?? null, NO_VARIABLES);
    const style = toComputedStyle(resolved.values, parent?.style ?? NO_PARENT_BOX);
    return {
      parent,
      tag,
      classes,
      facts,
      answers: subject.answers,
      resolved,
      style,
      before: this.#pseudoStyle(subject, 'before', resolved, style),
      after: this.#pseudoStyle(subject, 'after', resolved, style),
      marker: style.display === 'list-item' ? markerStyle(resolved, style) : null,
      children: new Map(),
    };
  }

  /** The rules that some of a style was taken from, the strongest first; none for a style that is not an element's. */
  rulesOf(style: ComputedStyle): readonly RulePlace[] {
    const context = findContext(this.#roots, style);
    if (context === null) return [];
    const winners = new Set(context.resolved.winners.values());
    return this.#rulesFor(context, null)
      .filter(({ declarations }) => declarations.some((declaration) => winners.has(declaration)))
      .map(({ place }) => place)
      .toReversed();
  }

  #declarationsFor(subject: MatchSubject, pseudo: 'before' | 'after' | null): readonly Declaration[] {
    return this.#rulesFor(subject, pseudo).flatMap((rule) => rule.declarations);
  }

  #rulesFor(subject: MatchSubject, pseudo: 'before' | 'after' | null): readonly CompiledRule[] {
    return this.#compiled.rules.filter((rule) => rule.pseudo === pseudo && matchesSelector(rule.selector, subject));
  }

  /** The style of a pseudo-element that makes content; null where it makes none. */
  #pseudoStyle(
    subject: MatchSubject,
    pseudo: 'before' | 'after',
    owner: Resolved,
    box: ParentBox,
  ): ComputedStyle | null {
    const declarations = this.#declarationsFor(subject, pseudo);
    if (declarations.length === 0) return null;
    const style = toComputedStyle(resolveValues(declarations, owner, NO_VARIABLES).values, box);
    return Array.isArray(style.content) && style.display !== 'none' ? style : null;
  }
}

/** Asked by people who look at one element, so a walk through all contexts is quick enough. */
function findContext(contexts: ReadonlyMap<string, StyleContext>, style: ComputedStyle): StyleContext | null {
  for (const context of contexts.values()) {
    const found = context.style === style ? context : findContext(context.children, style);
    if (found !== null) return found;
  }
  return null;
}

/** How browsers style `::marker`: as written, in figures of one width (CSS Lists 3 §3.1.2). */
function markerStyle(owner: Resolved, box: ParentBox): ComputedStyle {
  const { values } = resolveValues([], owner, NO_VARIABLES);
  return toComputedStyle(
    {
      ...values,
      'white-space': 'pre',
      'text-transform': 'none',
      'font-variant-numeric': { ...values['font-variant-numeric'], figureSpacing: 'tabular' },
    },
    { ...box, textDecoration: 'none' },
  );
}

function isAboutPosition(fact: Fact): boolean {
  return fact.kind === 'sibling' || ['first-child', 'last-child', 'nth-child'].includes(fact.condition.kind);
}
