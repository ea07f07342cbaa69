import { POINTS_PER_CSS_PIXEL, POINTS_PER_INCH, POINTS_PER_MM } from '../../base/index.ts';
import type { Component } from './component.ts';

/** A length before font sizes are known: the sum of its four parts. */
export interface LengthSum {
  readonly points: number;
  readonly percent: number;
  readonly em: number;
  readonly rem: number;
}

const ZERO: LengthSum = { points: 0, percent: 0, em: 0, rem: 0 };

const POINTS_PER_UNIT: ReadonlyMap<string, number> = new Map([
  ['pt', 1],
  ['mm', POINTS_PER_MM],
  ['cm', POINTS_PER_MM * 10],
  ['in', POINTS_PER_INCH],
  ['px', POINTS_PER_CSS_PIXEL],
]);

/** Every unit that a length may have, beside `%`. */
export const LENGTH_UNITS: readonly string[] = [...POINTS_PER_UNIT.keys(), 'em', 'rem'];

/** The length that one component means by itself; null where it is none. */
export function toLengthSum(component: Component): LengthSum | null {
  switch (component.kind) {
    case 'number':
      return component.value === 0 ? ZERO : null;
    case 'percentage':
      return { ...ZERO, percent: component.value };
    case 'dimension': {
      if (component.unit === 'em') return { ...ZERO, em: component.value };
      if (component.unit === 'rem') return { ...ZERO, rem: component.value };
      const points = POINTS_PER_UNIT.get(component.unit);
      return points === undefined ? null : { ...ZERO, points: component.value * points };
    }
    default:
      return null;
  }
}
