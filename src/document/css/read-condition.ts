import type { AttributeSelector, NthPlain } from 'css-tree';
import { ATTRIBUTE_NAMES } from '../html/find-rule.ts';
import { didYouMean } from '../nearest-name.ts';
import type { CssSource } from './css-source.ts';
import { refuseSelector } from './refuse-selector.ts';
import type { AttributeCondition, Condition } from './selector.ts';

const OPERATORS = ['=', '~=', '|=', '^=', '$=', '*='] as const;

/** Reads `[name operator value]`. */
export function readAttribute(node: AttributeSelector, source: CssSource): AttributeCondition {
  const name = node.name.name.toLowerCase();
  if (!ATTRIBUTE_NAMES.includes(name)) {
    const hint = didYouMean(name, ATTRIBUTE_NAMES, 'Supported HTML: docs/templates.md#html');
    throw refuseSelector(node, source, `unknown attribute "${name}"`, hint);
  }
  if (node.flags !== null && node.flags.toLowerCase() !== 'i') {
    throw refuseSelector(node, source, `unknown flag "${node.flags}" of an attribute selector`);
  }
  const ignoreCase = node.flags !== null;
  if (node.matcher === null || node.value === null)
    return { kind: 'attribute', name, operator: 'exists', value: '', ignoreCase };
  const operator = OPERATORS.find((known) => known === node.matcher);
  if (operator === undefined) throw refuseSelector(node, source, `unknown attribute operator "${node.matcher}"`);
  const value = node.value.type === 'String' ? node.value.value : node.value.name;
  return { kind: 'attribute', name, operator, value: ignoreCase ? value.toLowerCase() : value, ignoreCase };
}

/** Reads the argument of `:nth-child()`. */
export function readNth(node: NthPlain, source: CssSource): Condition {
  if (node.selector !== null)
    throw refuseSelector(node, source, ':nth-child() takes no "of"', 'Put the class on the element itself.');
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
