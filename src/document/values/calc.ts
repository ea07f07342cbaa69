import { documentFaults } from '../faults.ts';
import { type Component, writeComponent } from './component.ts';
import { type LengthSum, toLengthSum } from './length-sum.ts';
import { ValueReader } from './value-reader.ts';

/** Far beyond any page. */
const MAX_RESULT = 10_000_000;

/** What calc() comes to: a plain number, or a length as the sum of its parts. */
export type CalcResult =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'length'; readonly length: LengthSum };

/**
 * Evaluates calc() by CSS Values 4 §10: products before sums, multiplication by numbers, division by numbers other
 * than zero, no sums of numbers and lengths.
 *
 * @throws Fault CSS_UNKNOWN_VALUE
 */
export function evaluateCalc(component: Component): CalcResult {
  if (component.kind !== 'function') return evaluateLeaf(component);
  const reader = new ValueReader(component.inside);
  const result = readSum(reader, component);
  if (!reader.isDone) throw reader.refuse('calc()', '+, -, * or / with white space around + and -');
  return checkSize(result, component);
}

/** Takes a number or a calc() that comes to one. */
export function readNumber(
  reader: ValueReader,
  least = Number.NEGATIVE_INFINITY,
  most = Number.POSITIVE_INFINITY,
): number | null {
  const component = reader.peek();
  if (component?.kind !== 'function' || component.name !== 'calc') return reader.number(least, most);
  const result = evaluateCalc(component);
  if (result.kind !== 'number') return null;
  reader.take();
  return Math.min(most, Math.max(least, result.value));
}

function readSum(reader: ValueReader, owner: Component): CalcResult {
  let sum = readProduct(reader, owner);
  for (;;) {
    const factor = reader.sign('+') ? 1 : reader.sign('-') ? -1 : 0;
    if (factor === 0) return sum;
    sum = add(sum, scale(readProduct(reader, owner), factor), owner);
  }
}

function readProduct(reader: ValueReader, owner: Component): CalcResult {
  let product = readOperand(reader, owner);
  for (;;) {
    if (reader.sign('*')) product = multiply(product, readOperand(reader, owner), owner);
    else if (reader.sign('/')) product = divide(product, readOperand(reader, owner), owner);
    else return product;
  }
}

function readOperand(reader: ValueReader, owner: Component): CalcResult {
  const component = reader.take();
  if (component === undefined) throw refuse(owner, 'ends too early');
  if (component.kind === 'function' && (component.name === 'calc' || component.name === ''))
    return evaluateCalc(component);
  return evaluateLeaf(component);
}

function evaluateLeaf(component: Component): CalcResult {
  if (component.kind === 'number') return { kind: 'number', value: component.value };
  const length = toLengthSum(component);
  if (length === null) throw refuse(component, 'is neither number nor length');
  return { kind: 'length', length };
}

function add(a: CalcResult, b: CalcResult, owner: Component): CalcResult {
  if (a.kind === 'number' && b.kind === 'number') return { kind: 'number', value: a.value + b.value };
  if (a.kind === 'number' || b.kind === 'number') throw refuse(owner, 'adds a number and a length');
  return {
    kind: 'length',
    length: {
      points: a.length.points + b.length.points,
      percent: a.length.percent + b.length.percent,
      em: a.length.em + b.length.em,
      rem: a.length.rem + b.length.rem,
    },
  };
}

function multiply(a: CalcResult, b: CalcResult, owner: Component): CalcResult {
  if (b.kind === 'number') return scale(a, b.value);
  if (a.kind === 'number') return scale(b, a.value);
  throw refuse(owner, 'multiplies two lengths');
}

function divide(a: CalcResult, b: CalcResult, owner: Component): CalcResult {
  if (b.kind !== 'number') throw refuse(owner, 'divides by a length');
  if (b.value === 0) throw refuse(owner, 'divides by zero');
  return scale(a, 1 / b.value);
}

function scale(result: CalcResult, factor: number): CalcResult {
  if (result.kind === 'number') return { kind: 'number', value: result.value * factor };
  const { points, percent, em, rem } = result.length;
  return {
    kind: 'length',
    length: { points: points * factor, percent: percent * factor, em: em * factor, rem: rem * factor },
  };
}

function checkSize(result: CalcResult, owner: Component): CalcResult {
  const numbers = result.kind === 'number' ? [result.value] : Object.values(result.length);
  if (numbers.every((value: number) => Math.abs(value) <= MAX_RESULT)) return result;
  throw refuse(owner, `comes to more than ±${MAX_RESULT}`);
}

function refuse(component: Component, why: string): Error {
  return documentFaults.CSS_UNKNOWN_VALUE({
    message: `${writeComponent(component)} ${why}, expected a sum of lengths and numbers`,
    place: component.place,
  });
}
