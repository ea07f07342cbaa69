import type { Length } from '../style.ts';
import { evaluateCalc } from './calc.ts';
import type { Component } from './component.ts';
import { type LengthSum, toLengthSum } from './length-sum.ts';
import type { Resolver } from './resolver.ts';
import type { ValueReader } from './value-reader.ts';

/** What lengths a property takes. */
export interface LengthLimits {
  readonly percent: boolean;
  readonly negative: boolean;
}

/** Takes a length: with a unit, zero without, a percentage where allowed, or calc() of these. */
export function readLength(reader: ValueReader, limits: LengthLimits): Resolver<Length> | null {
  const sum = readLengthSum(reader, limits);
  if (sum === null) return null;
  if (sum.em === 0 && sum.rem === 0) {
    const length = clamp({ points: sum.points, percent: sum.percent }, limits);
    return () => length;
  }
  return ({ fontSize, rootFontSize }) =>
    clamp({ points: sum.points + sum.em * fontSize + sum.rem * rootFontSize, percent: sum.percent }, limits);
}

/** Takes a length without percentage, in points. */
export function readPoints(reader: ValueReader, limits: Omit<LengthLimits, 'percent'>): Resolver<number> | null {
  const length = readLength(reader, { ...limits, percent: false });
  return length === null ? null : (context) => length(context).points;
}

/** Takes a length as the sum of its parts. A single length below zero is left where none may be; calc() is clamped later. */
function readLengthSum(reader: ValueReader, limits: LengthLimits): LengthSum | null {
  const component = reader.peek();
  if (component === undefined) return null;
  const isCalc = component.kind === 'function' && component.name === 'calc';
  const sum = isCalc ? calcSum(component) : toLengthSum(component);
  if (sum === null || (sum.percent !== 0 && !limits.percent)) return null;
  if (component.kind === 'percentage' && !limits.percent) return null;
  if (!isCalc && !limits.negative && isNegative(sum)) return null;
  reader.take();
  return sum;
}

function calcSum(component: Component): LengthSum | null {
  const result = evaluateCalc(component);
  return result.kind === 'length' ? result.length : null;
}

function isNegative(sum: LengthSum): boolean {
  return sum.points < 0 || sum.percent < 0 || sum.em < 0 || sum.rem < 0;
}

/** Out-of-range results of calc() become the nearest allowed value (CSS Values 4 §10.12); percentages wait for layout. */
function clamp(length: Length, limits: LengthLimits): Length {
  return limits.negative || length.percent !== 0 || length.points >= 0 ? length : { points: 0, percent: 0 };
}
