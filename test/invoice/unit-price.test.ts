import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCY_DIGITS, type Decimal } from '#dist/base/index.js';
import {
  findUnitPrice,
  findUnitPrices,
  MAX_UNIT_PRICE_DECIMALS,
  multiplyPrice,
  toDiscount,
} from '#dist/invoice/index.js';
import { faultOf } from './references/slips.ts';

const whole = (units: number): Decimal => ({ units, scale: 0 });

describe('findUnitPrice', () => {
  it('may count on hundredths in every currency', () => {
    expect(Object.values(CURRENCY_DIGITS)).toEqual([2, 2, 2, 2]);
  });

  it.each([
    ['even', 44985, whole(3), 14995, 2],
    ['three for a hundred', 10000, whole(3), 33333, 3],
    ['seven for a hundred', 10000, whole(7), 14286, 3],
    ['one and a half hours', 166875, { units: 15, scale: 1 }, 111250, 2],
    ['a weight', 319976, { units: 94, scale: 1 }, 34040, 2],
    ['nothing', 0, whole(5), 0, 2],
    ['nothing of nothing', 0, whole(0), 0, 2],
    ['a discount', -9999, whole(1), -9999, 2],
    ['a return', -20000, whole(-2), 10000, 2],
    ['a million of next to nothing', 5, whole(1_000_000), 5, 8],
    ['a million at 1.23 øre', 1_234_567, whole(1_000_000), 1234567, 8],
    ['a thousandth', 1000, { units: 1, scale: 3 }, 1_000_000, 2],
  ])('%s', (_, line, quantity, units, scale) => {
    expect(findUnitPrice(line, quantity)).toEqual({ units, scale });
    expect(multiplyPrice(quantity, { units, scale })).toBe(line);
  });

  it('comes out right, and no price of fewer decimals does', () => {
    const quantities = fc.record({ units: fc.integer({ min: 1, max: 20_000 }), scale: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), quantities, (line, quantity) => {
        fc.pre(line !== 0);
        const price = findUnitPrice(line, quantity);
        expect(price.scale).toBeGreaterThanOrEqual(2);
        expect(multiplyPrice(quantity, price)).toBe(line);
        for (let scale = 2; scale < price.scale; scale += 1) {
          // Any price that works lies within a step of the exact quotient.
          const around = Math.round((line * 10 ** (scale + quantity.scale)) / (100 * quantity.units));
          for (let units = around - 2; units <= around + 2; units += 1) {
            expect(multiplyPrice(quantity, { units, scale })).not.toBe(line);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('exists for every amount and any quantity up to a hundred million', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom(1, -1),
        (line, units, sign) => {
          const price = findUnitPrice(line, whole(units * sign));
          expect(price.scale).toBeLessThanOrEqual(MAX_UNIT_PRICE_DECIMALS);
          expect(multiplyPrice(whole(units * sign), price)).toBe(line);
        },
      ),
    );
  });

  it('says where there is none', () => {
    expect(faultOf(() => findUnitPrice(100, whole(0), 'items[2].quantity'))).toMatchObject({
      code: 'QUANTITY_ZERO',
      path: 'items[2].quantity',
    });
    expect(faultOf(() => findUnitPrice(Number.MAX_SAFE_INTEGER, { units: 1, scale: 12 })).code).toBe(
      'UNIT_PRICE_INEXACT',
    );
    expect(faultOf(() => findUnitPrice(1_234_567, whole(123_456_789_012), 'items[2].quantity'))).toMatchObject({
      code: 'UNIT_PRICE_INEXACT',
      path: 'items[2].quantity',
    });
  });
});

describe('findUnitPrices', () => {
  it('gives the prices of a line without discount', () => {
    expect(findUnitPrices({ netMinor: 4000, grossMinor: 5000, quantity: whole(4), discount: null })).toEqual({
      net: { units: 1000, scale: 2 },
      gross: { units: 1250, scale: 2 },
    });
  });

  it('gives prices before discount: 36 cups at 64.00 less 10 %', () => {
    const discount = toDiscount({
      discountMinor: 28800,
      grossMinor: 259200,
      rateBps: 2500,
      statedBps: null,
      description: null,
    });
    expect(discount).toMatchObject({ grossMinor: 28800, netMinor: 23040, percentBps: 1000 });
    expect(findUnitPrices({ netMinor: 207360, grossMinor: 259200, quantity: whole(36), discount })).toEqual({
      net: { units: 6400, scale: 2 },
      gross: { units: 8000, scale: 2 },
    });
  });
});

describe('toDiscount', () => {
  const percentOf = (discountMinor: number, grossMinor: number, statedBps: number | null = null): number | null =>
    toDiscount({ discountMinor, grossMinor, rateBps: 2500, statedBps, description: null }).percentBps;

  it('states a percentage only where it gives the discount', () => {
    expect(percentOf(1000, 9000)).toBe(1000);
    expect(percentOf(750, 9250)).toBe(750);
    expect(percentOf(3333, 6667)).toBe(3333);
    expect(percentOf(100, 200)).toBeNull();
    expect(percentOf(10000, 0)).toBe(10_000);
  });

  it('takes the stated one where rounding explains the difference, and not where it does not', () => {
    // 10 % of 99.95 is 9.995, which is 10.00 in coins and 10.005 % of the price.
    expect(percentOf(1000, 8995)).toBeNull();
    expect(percentOf(1000, 8995, 1000)).toBe(1000);
    expect(percentOf(1000, 8995, 1500)).toBeNull();
    expect(percentOf(1000, 9000, 1500)).toBe(1000);
  });

  it('has none where nothing was to be paid, or less', () => {
    expect(percentOf(0, 0)).toBeNull();
    expect(percentOf(100, -200)).toBeNull();
  });
});
