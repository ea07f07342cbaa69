import { COMPARISON, type Helper, TEXT } from './helper.ts';
import { isTruthy, refuseValue } from './values.ts';

/** Helpers that answer true or false, for `#if` and `#unless`. */
export const COMPARISON_HELPERS: Readonly<Record<string, Helper>> = {
  eq: {
    ...COMPARISON,
    doc: 'Whether two texts, numbers or truths are the same.',
    example: '{{#if (eq document.kind "invoice")}}…{{/if}}',
    call: ([a, b]) => toComparable(a) === toComparable(b),
  },
  ne: {
    ...COMPARISON,
    doc: 'Whether they differ.',
    example: '{{#if (ne invoice.currency "NOK")}}…{{/if}}',
    call: ([a, b]) => toComparable(a) !== toComparable(b),
  },
  gt: {
    ...COMPARISON,
    doc: 'Whether the first number is greater.',
    example: '{{#if (gt invoice.lines.length 40)}}…{{/if}}',
    call: ([a, b]) => toNumber(a) > toNumber(b),
  },
  gte: {
    ...COMPARISON,
    doc: 'Whether it is greater or the same.',
    example: '{{#if (gte invoice.vat.length 2)}}…{{/if}}',
    call: ([a, b]) => toNumber(a) >= toNumber(b),
  },
  lt: {
    ...COMPARISON,
    doc: 'Whether it is less.',
    example: '{{#if (lt buyer.windowLines 6)}}…{{/if}}',
    call: ([a, b]) => toNumber(a) < toNumber(b),
  },
  lte: {
    ...COMPARISON,
    doc: 'Whether it is less or the same.',
    example: '{{#if (lte buyer.windowLines 5)}}…{{/if}}',
    call: ([a, b]) => toNumber(a) <= toNumber(b),
  },
  and: {
    ...COMPARISON,
    doc: 'Whether all of two to eight values are true.',
    example: '{{#if (and payment invoice.dueDate)}}…{{/if}}',
    most: 8,
    call: (values) => values.every(isTruthy),
  },
  or: {
    ...COMPARISON,
    doc: 'Whether any of two to eight values is.',
    example: '{{#if (or texts.terms texts.latePayment)}}…{{/if}}',
    most: 8,
    call: (values) => values.some(isTruthy),
  },
  not: {
    ...TEXT,
    doc: 'Whether a value is not.',
    example: '{{#if (not document.creditNote)}}…{{/if}}',
    call: ([value]) => !isTruthy(value),
  },
};

function toComparable(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return refuseValue(value, 'a text, a number or true or false');
}

function toNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuseValue(value, 'a number');
}
