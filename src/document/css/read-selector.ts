import type { CssNodePlain, SelectorPlain } from 'css-tree';
import { didYouMean } from '../nearest-name.ts';
import type { CssSource } from './css-source.ts';
import { placeOf } from './place-of.ts';
import { readCompound } from './read-compound.ts';
import { refuseSelector } from './refuse-selector.ts';
import { type Combinator, type ComplexSelector, type Selector, type Specificity, specificityOf } from './selector.ts';
import { PSEUDO_ELEMENTS } from './subset-css.ts';

const COMBINATORS: readonly Combinator[] = [' ', '>', '+', '~'];

/**
 * Reads one selector of a list.
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
  if (selector === null) throw refuseSelector(node, source, 'the selector is empty');
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
      throw refuseSelector(node, source, `unexpected combinator "${node.name}"`);
    }
    steps.push({ combinator, nodes: [] });
  }
  const last = nodes.at(-1);
  if (last?.type === 'Combinator' && !mayEndEmpty)
    throw refuseSelector(last, source, 'the selector ends with a combinator');
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
  throw refuseSelector(
    node,
    source,
    `unknown pseudo-element ::${node.name}`,
    didYouMean(node.name, PSEUDO_ELEMENTS, 'Put a <span> with a class around what it should style.'),
  );
}
