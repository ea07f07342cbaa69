import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  divideRounded,
  roundToSum,
  scaleRounded,
  sumMinor,
  toMinorUnits,
  vatInGross,
} from '#dist/base/index.js';

const MAX = Number.MAX_SAFE_INTEGER;
const anyAmount = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });

describe('divideRounded', () => {
  it.each([
    [3n, 2n, 2n],
    [-3n, 2n, -2n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [-1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%i / %i is %i', (numerator, denominator, expected) => {
    expect(divideRounded(numerator, denominator)).toBe(expected);
  });

  it('errs by half at most, and by exactly half only away from zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (n, d) => {
          const twiceError = 2n * (divideRounded(n, d) * d - n);
          const awayFromZero = n < 0n ? -twiceError : twiceError;
          expect(awayFromZero <= d && awayFromZero > -d).toBe(true);
        },
      ),
    );
  });

  it('treats both signs alike', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n }), (n, d) => {
        expect(divideRounded(-n, d)).toBe(-divideRounded(n, d));
      }),
    );
  });

  it('refuses to divide by nothing or less', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
    expect(() => divideRounded(1n, -2n)).toThrow(RangeError);
  });
});

describe('scaleRounded', () => {
  it('is exact however large the product in between', () => {
    expect(scaleRounded(MAX, MAX, MAX)).toBe(MAX);
    expect(scaleRounded(-5, 1, 2)).toBe(-3);
    expect(Object.is(scaleRounded(-1, 1, 3), 0)).toBe(true);
    expect(() => scaleRounded(MAX, 2, 1)).toThrow(RangeError);
    expect(() => scaleRounded(1, 1, 0)).toThrow(RangeError);
  });
});

describe('sums', () => {
  it('are exact up to the last safe integer, even when they pass it on the way', () => {
    expect(sumMinor([MAX, MAX, -MAX])).toBe(MAX);
    expect(sumMinor([])).toBe(0);
    expect(() => sumMinor([MAX, 1])).toThrow(RangeError);
    expect(() => toMinorUnits(2n ** 53n)).toThrow(RangeError);
    expect(() => sumMinor([0.5])).toThrow(RangeError);
  });

  it('never give −0', () => {
    expect(Object.is(sumMinor([-0]), 0)).toBe(true);
    expect(Object.is(sumMinor([5, -5]), 0)).toBe(true);
  });
});

describe('vatInGross', () => {
  it.each([
    [50000, 2500, 10000],
    [29900, 2500, 5980],
    [2000, 2000, 333],
    [9999, 2500, 2000],
    [10001, 1500, 1304],
    [12550, 2550, 2550],
    [11350, 1350, 1350],
    [48299, 2550, 9814],
    [-9999, 2500, -2000],
    [1, 2500, 0],
    [3, 2500, 1],
    [0, 2500, 0],
    [12345, 0, 0],
    [10000, 1111, 1000],
  ])('of %i at %i basis points is %i', (gross, rate, vat) => {
    expect(vatInGross(gross, rate)).toBe(vat);
  });

  it('is the nearest integer to the exact share for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX, max: MAX }), fc.integer({ min: 0, max: 10_000 }), (gross, rate) => {
        const vat = BigInt(vatInGross(gross, rate));
        const error = vat * BigInt(10_000 + rate) - BigInt(gross) * BigInt(rate);
        expect(2n * (error < 0n ? -error : error) <= BigInt(10_000 + rate)).toBe(true);
        expect(Object.is(vatInGross(gross, rate), -0)).toBe(false);
        expect(BigInt(vatInGross(-gross, rate))).toBe(-vat);
      }),
    );
  });
});

describe('roundToSum', () => {
  const fractions = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { maxLength: 40 });
  const denominators = fc.bigInt({ min: 1n, max: 100_000n });

  it('gives each fraction its floor or ceiling and all of them their total', () => {
    fc.assert(
      fc.property(fractions, denominators, (numerators, denominator) => {
        const total = divideRounded(sum(numerators), denominator);
        const parts = roundToSum(numerators, denominator, total);
        expect(sum(parts)).toBe(total);
        for (const [index, part] of parts.entries()) {
          const off = part * denominator - (numerators[index] ?? 0n);
          expect(off < denominator && off > -denominator).toBe(true);
        }
      }),
    );
  });

  it('mirrors with the sign', () => {
    fc.assert(
      fc.property(fractions, denominators, (numerators, denominator) => {
        const total = divideRounded(sum(numerators), denominator);
        const mirrored = roundToSum(
          numerators.map((n) => -n),
          denominator,
          -total,
        );
        expect(mirrored).toEqual(roundToSum(numerators, denominator, total).map((part) => -part));
      }),
    );
  });

  it('rounds those with the largest remainder up, and of equals the earlier', () => {
    expect(roundToSum([10n, 19n, 15n], 10n, 4n)).toEqual([1n, 2n, 1n]);
    expect(roundToSum([15n, 15n, 15n, 15n], 10n, 6n)).toEqual([2n, 2n, 1n, 1n]);
    expect(roundToSum([5n, -5n], 10n, 0n)).toEqual([1n, -1n]);
    expect(roundToSum([-5n, 5n], 10n, 0n)).toEqual([-1n, 1n]);
  });

  it('refuses totals out of reach', () => {
    expect(() => roundToSum([10n], 10n, 2n)).toThrow(RangeError);
    expect(() => roundToSum([15n], 10n, 0n)).toThrow(RangeError);
    expect(() => roundToSum([], 10n, 1n)).toThrow(RangeError);
    expect(() => roundToSum([1n], 0n, 1n)).toThrow(RangeError);
  });
});

describe('allocate', () => {
  it('splits exactly, within one of each share, never against the sign', () => {
    fc.assert(
      fc.property(
        anyAmount,
        fc.array(fc.nat({ max: 1_000_000_00 }), { minLength: 1, maxLength: 50 }),
        (total, weights) => {
          const weightSum = weights.reduce((a, b) => a + BigInt(b), 0n);
          fc.pre(weightSum > 0n);
          const parts = allocate(total, weights);
          expect(sumMinor(parts)).toBe(total);
          for (const [index, part] of parts.entries()) {
            const off = BigInt(part) * weightSum - BigInt(total) * BigInt(weights[index] ?? 0);
            expect(off < weightSum && off > -weightSum).toBe(true);
            expect(part === 0 || Math.sign(part) === Math.sign(total)).toBe(true);
            expect(Object.is(part, -0)).toBe(false);
          }
        },
      ),
    );
  });

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [5, [0, 0, 10], [0, 0, 5]],
    [0, [0, 0], [0, 0]],
    [1, [1, 1], [1, 0]],
  ])('splits %i over %j into %j', (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts);
  });

  it('refuses a total over nothing and weights below zero', () => {
    expect(() => allocate(1, [0, 0])).toThrow(RangeError);
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(() => allocate(1, [2, -1])).toThrow(RangeError);
  });
});

function sum(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => a + b, 0n);
}
