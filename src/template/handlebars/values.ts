import { findNearestName, type Place } from '../../base/index.ts';
import { templateFaults } from '../faults.ts';
import { escapeHtml, Markup } from './markup.ts';

/** A value that a helper cannot take; becomes a fault with its place where the helper was called. */
export class ValueRefusal extends Error {
  readonly value: unknown;
  readonly expected: string;

  constructor(value: unknown, expected: string) {
    super(`Unexpected ${describeValue(value)}, expected ${expected}`);
    this.value = value;
    this.expected = expected;
  }
}

export function refuseValue(value: unknown, expected: string): never {
  throw new ValueRefusal(value, expected);
}

/** A value as an error tells of it; never its content, which may be personal. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'an empty value';
  if (value instanceof Markup) return 'markup';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') {
    if (Object.hasOwn(value, 'minor')) return 'an amount';
    if (Object.hasOwn(value, 'date')) return 'a date';
    if (Object.hasOwn(value, 'bps')) return 'a rate';
    if (Object.hasOwn(value, 'units')) return 'a number';
    if (Object.hasOwn(value, 'reference')) return 'a payment reference';
    if (Object.hasOwn(value, 'digits')) return 'an organisation number';
    return 'a group of values';
  }
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'boolean') return 'true or false';
  return `a ${typeof value}`;
}

/** How typed values are printed, for hints. */
const PRINTED_BY: Readonly<Record<string, string>> = {
  'an amount': 'money',
  'a date': 'date',
  'a rate': 'percent',
  'a number': 'number',
  'a payment reference': 'kid',
  'an organisation number': 'organizationNumber',
};

/**
 * The value at a path, step by step through own properties alone.
 *
 * @throws TEMPLATE_MISSING_VALUE where a step has no such key, or nothing to step into
 */
export function resolvePath(base: unknown, steps: readonly string[], place: Place): unknown {
  let value = base;
  for (const [index, step] of steps.entries()) {
    if (typeof value !== 'object' || value === null || value instanceof Markup) {
      const before = steps.slice(0, index).join('.') || 'this';
      throw templateFaults.TEMPLATE_MISSING_VALUE({
        message: `no "${steps.join('.')}": ${before} is ${describeValue(value)}`,
        place,
        hint: value === null ? `Put this part into {{#if ${before}}} … {{/if}}.` : undefined,
      });
    }
    if (!Object.hasOwn(value, step)) {
      const keys = Array.isArray(value) ? [] : Object.keys(value);
      const nearest = findNearestName(step, keys);
      throw templateFaults.TEMPLATE_MISSING_VALUE({
        message: `no "${step}" in ${steps.slice(0, index).join('.') || 'this context'}${keys.length > 0 ? `, which has ${keys.join(', ')}` : ''}`,
        place,
        hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
      });
    }
    value = Reflect.get(value, step);
  }
  return value;
}

/** What a mustache prints: text escaped, markup as it is, nothing else. */
export function toPrint(value: unknown, where: 'text' | 'attribute', place: Place): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Markup && where === 'text') return value.html;
  if (value === null || value === undefined) {
    throw templateFaults.TEMPLATE_MISSING_VALUE({ message: 'the value to print is empty', place });
  }
  const kind = describeValue(value);
  const helper = PRINTED_BY[kind];
  throw templateFaults.TEMPLATE_VALUE_TYPE({
    message: `unexpected ${kind} to print${where === 'attribute' ? ' in an attribute' : ''}, expected a text`,
    place,
    hint: helper === undefined ? undefined : `Print it with {{${helper} …}}.`,
  });
}

/** What `#if`, `and`, `or` and `not` take for true: anything but null, false, and empty texts and lists. */
export function isTruthy(value: unknown): boolean {
  if (value === null || value === false || value === '') return false;
  if (typeof value === 'number' || value === undefined)
    return refuseValue(value, 'a condition; compare numbers with eq, gt and their like');
  return !(Array.isArray(value) && value.length === 0);
}
