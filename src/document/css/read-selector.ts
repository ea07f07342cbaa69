import type { AttributeSelector, CssNodePlain, NthPlain, PseudoClassSelectorPlain, SelectorPlain } from 'css-tree';
import { documentFaults } from '../faults.ts';
import { ATTRIBUTE_NAMES, ruleOfElement, STYLED_TAGS } from '../html/subset-html.ts';
import { didYouMean } from '../nearest-name.ts';
import { type CssSource, placeOf } from './css-source.ts';
import {
  type AttributeCondition,
  type Combinator,
  type ComplexSelector,
  type Compound,
  type Condition,
  type Selector,
  type Specificity,
  specificityOf,
} from './selector.ts';

/** Every pseudo-class that a selector may use. */
export const PSEUDO_CLASSES: readonly string[] = ['root', 'first-child', 'last-child', 'nth-child', 'not'];
/** Every pseudo-element that a selector may end with. */
export const PSEUDO_ELEMENTS = ['before', 'after'] as const;
const OPERATORS = ['=', '~=', '|=', '^=', '$=', '*='] as const;
const COMBINATORS: readonly Combinator[] = [' ', '>', '+', '~'];

/**
 * Reads one selector of a list. Tags and attributes that the HTML subset lacks are refused: a selector that can match
 * nothing is a slip.
 *
 * @throws Fault CSS_UNKNOWN_SELECTOR
 */
export function readSelector(node: SelectorPlain, source: CssSource): ComplexSelector {
  const parts = [...node.children];
  const last = parts.at(-1);
  const pseudo = last === undefined ? null : pseudoElementOf(last, source);
  if (pseudo !== null) parts.pop();
  const selector = splitAtCombinators(parts, pseudo !== null, source).reduce<Selector | null>(
    (left, { combinator, nodes }) => ({
      compound: readCompound(nodes, source),
      left: left === null ? null : { combinator, selector: left },
    }),
    null,
  );
  if (selector === null) throw refuse(node, source, 'the selector is empty');
  return { selector, pseudo, specificity: wholeSpecificity(selector, pseudo), place: placeOf(source, node) };
}

interface Step {
  /** What stands before the compound; of no meaning for the first. */
  readonly combinator: Combinator;
  readonly nodes: CssNodePlain[];
}

function splitAtCombinators(nodes: readonly CssNodePlain[], mayEndEmpty: boolean, source: CssSource): readonly Step[] {
  const steps: Step[] = [{ combinator: ' ', nodes: [] }];
  for (const node of nodes) {
    const step = steps.at(-1);
    if (node.type !== 'Combinator') {
      step?.nodes.push(node);
      continue;
    }
    const combinator = COMBINATORS.find((known) => known === node.name);
    if (combinator === undefined || step?.nodes.length === 0) {
      throw refuse(node, source, `unexpected combinator "${node.name}"`);
    }
    steps.push({ combinator, nodes: [] });
  }
  const last = nodes.at(-1);
  if (last?.type === 'Combinator' && !mayEndEmpty) throw refuse(last, source, 'the selector ends with a combinator');
  return steps;
}

function wholeSpecificity(selector: Selector, pseudo: ComplexSelector['pseudo']): Specificity {
  let [ids, classes, tags]: Specificity = [0, 0, pseudo === null ? 0 : 1];
  for (let part: Selector | undefined = selector; part !== undefined; part = part.left?.selector) {
    const [a, b, c] = specificityOf(part.compound);
    ids += a;
    classes += b;
    tags += c;
  }
  return [ids, classes, tags];
}

function pseudoElementOf(node: CssNodePlain, source: CssSource): ComplexSelector['pseudo'] {
  // One colon is how CSS 2 wrote these two.
  if (node.type !== 'PseudoElementSelector' && node.type !== 'PseudoClassSelector') return null;
  const known = PSEUDO_ELEMENTS.find((name) => name === node.name.toLowerCase());
  if (known !== undefined && node.children === null) return known;
  if (node.type === 'PseudoClassSelector') return null;
  throw refuse(node, source, `unknown pseudo-element ::${node.name}`, didYouMean(node.name, PSEUDO_ELEMENTS, ''));
}

function readCompound(nodes: readonly CssNodePlain[], source: CssSource): Compound {
  let tag: string | null = null;
  const classes: string[] = [];
  const conditions: Condition[] = [];
  for (const node of nodes) {
    switch (node.type) {
      case 'TypeSelector':
        tag = readTag(node.name, node, source);
        break;
      case 'ClassSelector':
        classes.push(node.name);
        break;
      case 'IdSelector':
        conditions.push({ kind: 'id', id: node.name });
        break;
      case 'AttributeSelector':
        conditions.push(readAttribute(node, source));
        break;
      case 'PseudoClassSelector':
        conditions.push(readPseudoClass(node, source));
        break;
      case 'PseudoElementSelector':
        throw refuse(node, source, `::${node.name} stands inside the selector, expected it at the end`);
      default:
        throw refuse(node, source, `a selector cannot hold a ${node.type}`);
    }
  }
  return { tag, classes, conditions };
}

function readTag(name: string, node: CssNodePlain, source: CssSource): string | null {
  if (name === '*') return null;
  const tag = name.toLowerCase();
  if (STYLED_TAGS.includes(tag)) return tag;
  if (ruleOfElement(name) !== undefined) {
    throw refuse(
      node,
      source,
      `<${name}> cannot be styled`,
      'Only elements that make boxes have a style; shapes of a drawing have attributes.',
    );
  }
  throw refuse(
    node,
    source,
    `unknown element "${name}"`,
    didYouMean(tag, STYLED_TAGS, 'Supported HTML: docs/templates.md#html'),
  );
}

function readAttribute(node: AttributeSelector, source: CssSource): AttributeCondition {
  const name = node.name.name.toLowerCase();
  if (!ATTRIBUTE_NAMES.includes(name)) {
    const hint = didYouMean(name, ATTRIBUTE_NAMES, 'Supported HTML: docs/templates.md#html');
    throw refuse(node, source, `unknown attribute "${name}"`, hint);
  }
  if (node.flags !== null && node.flags.toLowerCase() !== 'i') {
    throw refuse(node, source, `unknown flag "${node.flags}" of an attribute selector`);
  }
  const ignoreCase = node.flags !== null;
  if (node.matcher === null || node.value === null)
    return { kind: 'attribute', name, operator: 'exists', value: '', ignoreCase };
  const operator = OPERATORS.find((known) => known === node.matcher);
  if (operator === undefined) throw refuse(node, source, `unknown attribute operator "${node.matcher}"`);
  const value = node.value.type === 'String' ? node.value.value : node.value.name;
  return { kind: 'attribute', name, operator, value: ignoreCase ? value.toLowerCase() : value, ignoreCase };
}

function readPseudoClass(node: PseudoClassSelectorPlain, source: CssSource): Condition {
  const name = node.name.toLowerCase();
  const [argument] = node.children ?? [];
  if ((name === 'root' || name === 'first-child' || name === 'last-child') && argument === undefined)
    return { kind: name };
  if (name === 'nth-child' && argument?.type === 'Nth') return readNth(argument, source);
  if (name === 'not' && argument?.type === 'SelectorList')
    return { kind: 'not', compounds: readNot(argument.children, source) };
  const hint =
    `${didYouMean(name, PSEUDO_CLASSES, '').trim()} Supported: :root :first-child :last-child :nth-child() :not()`.trim();
  throw refuse(node, source, `unknown pseudo-class :${node.name}`, hint);
}

function readNth(node: NthPlain, source: CssSource): Condition {
  if (node.selector !== null)
    throw refuse(node, source, ':nth-child() takes no "of"', 'Put the class on the element itself.');
  if (node.nth.type === 'Identifier') {
    return { kind: 'nth-child', step: 2, offset: node.nth.name.toLowerCase() === 'odd' ? 1 : 0 };
  }
  return { kind: 'nth-child', step: readInteger(node.nth.a), offset: readInteger(node.nth.b) };
}

/** css-tree leaves a bare sign where the `n` has no number. */
function readInteger(text: string | null): number {
  if (text === null) return 0;
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : Number(text);
}

function readNot(selectors: readonly CssNodePlain[], source: CssSource): readonly Compound[] {
  return selectors.map((selector) => {
    if (selector.type !== 'Selector') throw refuse(selector, source, ':not() takes selectors');
    if (selector.children.some((part) => part.type === 'Combinator')) {
      throw refuse(
        selector,
        source,
        ':not() takes selectors without combinators',
        'Describe one element inside :not().',
      );
    }
    return readCompound(selector.children, source);
  });
}

function refuse(node: CssNodePlain, source: CssSource, message: string, hint?: string): Error {
  return documentFaults.CSS_UNKNOWN_SELECTOR({
    message,
    place: placeOf(source, node),
    hint: hint === '' ? undefined : hint,
  });
}
