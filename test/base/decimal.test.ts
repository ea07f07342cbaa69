import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DECIMALS, parseDecimal, powerOfTen } from '#dist/base/index.js';

describe('parseDecimal', () => {
  it.each([
    [2.5, 25, 1],
    [1, 1, 0],
    [100, 100, 0],
    [0, 0, 0],
    [-0, 0, 0],
    [-1.25, -125, 2],
    [0.1, 1, 1],
    [1e-7, 1, 7],
    [1.5e-7, 15, 8],
    [1e-12, 1, 12],
    [12.3456789, 123456789, 7],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0],
  ])('%d is %i over ten to the %i', (value, units, scale) => {
    const decimal = parseDecimal(value);
    expect(decimal).toEqual({ units, scale });
    expect(Object.is(decimal?.units, -0)).toBe(false);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, 2 ** 53, 1e-13, 5e-324, 0.1 + 0.2])(
    'has no place for %d',
    (value) => {
      expect(parseDecimal(value)).toBeNull();
    },
  );

  it('means the number that was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat({ max: 6 }), (units, scale) => {
        const written = Number(`${units}e-${scale}`);
        const decimal = parseDecimal(written);
        if (decimal === null) throw new Error(`${written} was not read`);
        expect(decimal.scale).toBeLessThanOrEqual(MAX_DECIMALS);
        expect(BigInt(decimal.units) * 10n ** BigInt(scale)).toBe(BigInt(units) * 10n ** BigInt(decimal.scale));
        expect(decimal.scale === 0 || decimal.units % 10 !== 0).toBe(true);
      }),
    );
  });
});

describe('powerOfTen', () => {
  it('is exact as far as numbers are', () => {
    for (let scale = 0; scale <= 22; scale += 1) expect(BigInt(powerOfTen(scale))).toBe(10n ** BigInt(scale));
    for (const scale of [23, -1, 0.5]) expect(() => powerOfTen(scale)).toThrow(RangeError);
  });
});
