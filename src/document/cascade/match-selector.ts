import type { AttributeCondition } from '../css/selector.ts';
import type { ElementNode } from '../element.ts';
import type { CompiledCompound, CompiledSelector, Fact } from './compile-rules.ts';

/**
 * What matching knows of an element: enough to tell which rules hold, and no more, so that elements alike in this are
 * alike in style.
 */
export interface MatchSubject {
  readonly parent: MatchSubject | null;
  readonly tag: string;
  readonly classes: ReadonlySet<string>;
  /** Numbers of the facts that hold. */
  readonly facts: ReadonlySet<number>;
  /** Answers already found; keeps long chains of descendant combinators from being tried over and over. */
  readonly answers: Map<CompiledSelector, boolean>;
}

/** Where an element stands: counted from 1 among its siblings, and which ways of matching came before it. */
export interface SiblingPosition {
  readonly index: number;
  readonly isLast: boolean;
  readonly adjacent: MatchSubject | null;
  /** Alike siblings are one subject, so this stays small however many rows a table has. */
  readonly earlier: ReadonlySet<MatchSubject>;
}

/** Whether a selector matches. */
export function matchesSelector(selector: CompiledSelector, subject: MatchSubject): boolean {
  const known = subject.answers.get(selector);
  if (known !== undefined) return known;
  const answer = matchesCompound(selector.compound, subject) && matchesLeft(selector.left, subject);
  subject.answers.set(selector, answer);
  return answer;
}

/** Whether a fact holds for an element. */
export function factHolds(fact: Fact, element: ElementNode, position: SiblingPosition, isRoot: boolean): boolean {
  if (fact.kind === 'sibling') {
    if (fact.combinator === '+') return position.adjacent !== null && matchesSelector(fact.left, position.adjacent);
    return [...position.earlier].some((sibling) => matchesSelector(fact.left, sibling));
  }
  const { condition } = fact;
  switch (condition.kind) {
    case 'root':
      return isRoot;
    case 'first-child':
      return position.index === 1;
    case 'last-child':
      return position.isLast;
    case 'nth-child':
      return isNth(position.index, condition.step, condition.offset);
    case 'id':
      return element.attributes['id'] === condition.id;
    case 'attribute':
      return matchesAttribute(condition, element);
  }
}

function matchesCompound(compound: CompiledCompound, subject: MatchSubject): boolean {
  return (
    (compound.tag === null || compound.tag === subject.tag) &&
    compound.classes.every((name) => subject.classes.has(name)) &&
    compound.facts.every((fact) => subject.facts.has(fact)) &&
    !compound.excluded.some((excluded) => matchesCompound(excluded, subject))
  );
}

function matchesLeft(left: CompiledSelector['left'], subject: MatchSubject): boolean {
  if (left === null) return true;
  for (let ancestor = subject.parent; ancestor !== null; ancestor = ancestor.parent) {
    if (matchesSelector(left.selector, ancestor)) return true;
    if (left.combinator === '>') return false;
  }
  return false;
}

/** Selectors 4 §14.4.1: some non-negative n makes step × n + offset the index. */
function isNth(index: number, step: number, offset: number): boolean {
  const distance = index - offset;
  return step === 0 ? distance === 0 : distance % step === 0 && distance / step >= 0;
}

/** Selectors 4 §6. */
function matchesAttribute(condition: AttributeCondition, element: ElementNode): boolean {
  if (!Object.hasOwn(element.attributes, condition.name)) return false;
  const written = element.attributes[condition.name] ?? '';
  const value = condition.ignoreCase ? written.toLowerCase() : written;
  const wanted = condition.value;
  switch (condition.operator) {
    case 'exists':
      return true;
    case '=':
      return value === wanted;
    case '~=':
      return wanted !== '' && value.split(/[ \t\n\r\f]+/).includes(wanted);
    case '|=':
      return value === wanted || value.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && value.startsWith(wanted);
    case '$=':
      return wanted !== '' && value.endsWith(wanted);
    case '*=':
      return wanted !== '' && value.includes(wanted);
  }
}
