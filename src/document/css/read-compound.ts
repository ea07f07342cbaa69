import type { CssNodePlain, PseudoClassSelectorPlain } from 'css-tree';
import { ruleOfElement, STYLED_TAGS } from '../html/find-rule.ts';
import { didYouMean } from '../nearest-name.ts';
import type { CssSource } from './css-source.ts';
import { readAttribute, readNth } from './read-condition.ts';
import { refuseSelector } from './refuse-selector.ts';
import type { Compound, Condition } from './selector.ts';
import { PSEUDO_ADVICE, PSEUDO_CLASSES } from './subset-css.ts';

/** Reads what stands between two combinators. Tags that the HTML subset lacks are refused: they can match nothing. */
export function readCompound(nodes: readonly CssNodePlain[], source: CssSource): Compound {
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
        throw refuseSelector(node, source, `::${node.name} stands inside the selector, expected it at the end`);
      default:
        throw refuseSelector(node, source, `a selector cannot hold a ${node.type}`);
    }
  }
  return { tag, classes, conditions };
}

function readTag(name: string, node: CssNodePlain, source: CssSource): string | null {
  if (name === '*') return null;
  const tag = name.toLowerCase();
  if (STYLED_TAGS.includes(tag)) return tag;
  if (ruleOfElement(name) !== undefined) {
    throw refuseSelector(
      node,
      source,
      `<${name}> cannot be styled`,
      'Only elements that make boxes have a style; shapes of a drawing have attributes.',
    );
  }
  throw refuseSelector(
    node,
    source,
    `unknown element "${name}"`,
    didYouMean(tag, STYLED_TAGS, 'Supported HTML: docs/templates.md#html'),
  );
}

function readPseudoClass(node: PseudoClassSelectorPlain, source: CssSource): Condition {
  const name = node.name.toLowerCase();
  const [argument] = node.children ?? [];
  if ((name === 'root' || name === 'first-child' || name === 'last-child') && argument === undefined)
    return { kind: name };
  if (name === 'nth-child' && argument?.type === 'Nth') return readNth(argument, source);
  if (name === 'not' && argument?.type === 'SelectorList')
    return { kind: 'not', compounds: readNot(argument.children, source) };
  const advice = Object.hasOwn(PSEUDO_ADVICE, name) ? PSEUDO_ADVICE[name] : didYouMean(name, PSEUDO_CLASSES, '').trim();
  const hint = `${advice} Supported: :root :first-child :last-child :nth-child() :not()`.trim();
  throw refuseSelector(node, source, `unknown pseudo-class :${node.name}`, hint);
}

function readNot(selectors: readonly CssNodePlain[], source: CssSource): readonly Compound[] {
  return selectors.map((selector) => {
    if (selector.type !== 'Selector') throw refuseSelector(selector, source, ':not() takes selectors');
    if (selector.children.some((part) => part.type === 'Combinator')) {
      throw refuseSelector(
        selector,
        source,
        ':not() takes selectors without combinators',
        'Describe one element inside :not().',
      );
    }
    return readCompound(selector.children, source);
  });
}
