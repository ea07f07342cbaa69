import { findNearestName } from '../../base/index.ts';
import { escapeHtml, Markup } from './markup.ts';

/** Something that cannot be printed, looked up or compared; becomes a fault with the place of the call in the template. */
export class ValueRefusal extends Error {
  readonly code: 'TEMPLATE_MISSING_VALUE' | 'TEMPLATE_VALUE_TYPE';
  readonly hint: string | undefined;

  constructor(code: ValueRefusal['code'], message: string, hint?: string | undefined) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/** Refuses a value that is not what was expected; an empty one is missing rather than wrong. */
export function refuseValue(value: unknown, expected: string, hint?: string | undefined): never {
  const empty = value === null || value === undefined;
  const code = empty ? 'TEMPLATE_MISSING_VALUE' : 'TEMPLATE_VALUE_TYPE';
  throw new ValueRefusal(code, `unexpected ${describeValue(value)}, expected ${expected}`, hint);
}

/** A value as an error tells of it; never its content, which may be personal. */
function describeValue(value: unknown): string {
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
 * @throws ValueRefusal where a step has no such key, or nothing to step into
 */
export function resolvePath(base: unknown, steps: readonly string[]): unknown {
  let value = base;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) throw refuseStep(base, steps);
    value = (value as Readonly<Record<string, unknown>>)[step];
  }
  return value;
}

/** Walks the path once more, now to tell where it ended. */
function refuseStep(base: unknown, steps: readonly string[]): ValueRefusal {
  let value = base;
  for (const [index, step] of steps.entries()) {
    const before = steps.slice(0, index).join('.') || 'this';
    if (typeof value !== 'object' || value === null) {
      const hint = value === null ? `Put this part into {{#if ${before}}} … {{/if}}.` : undefined;
      return missing(`no "${steps.join('.')}": ${before} is ${describeValue(value)}`, hint);
    }
    if (!Object.hasOwn(value, step)) {
      const keys = Array.isArray(value) ? [] : Object.keys(value);
      const nearest = findNearestName(step, keys);
      const has = keys.length > 0 ? `, which has ${keys.join(', ')}` : '';
      return missing(`no "${step}" in ${before}${has}`, nearest === null ? undefined : `Did you mean "${nearest}"?`);
    }
    value = Reflect.get(value, step);
  }
  throw new Error('Unexpected success of a path that was refused');
}

function missing(message: string, hint: string | undefined): ValueRefusal {
  return new ValueRefusal('TEMPLATE_MISSING_VALUE', message, hint);
}

/** What a mustache prints: text escaped, markup as it is, nothing else. */
export function toPrint(value: unknown, where: 'text' | 'attribute'): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value instanceof Markup && where === 'text') return value.html;
  const helper = PRINTED_BY[describeValue(value)];
  return refuseValue(value, 'a text to print', helper === undefined ? undefined : `Print it with {{${helper} …}}.`);
}

/** What `#if`, `and`, `or` and `not` take for true: anything but null, false, and empty texts and lists. */
export function isTruthy(value: unknown): boolean {
  if (value === null || value === false || value === '') return false;
  if (typeof value === 'number' || value === undefined) {
    return refuseValue(value, 'a condition; numbers are compared with eq, gt and their like');
  }
  return !(Array.isArray(value) && value.length === 0);
}
