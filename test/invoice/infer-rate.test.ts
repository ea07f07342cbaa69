import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDate, vatInGross } from '#dist/base/index.js';
import { inferRate, listNationalRates, listRatesInForce, type StatedRate } from '#dist/invoice/index.js';
import { faultOf } from './references/slips.ts';

const day = (text: string): CalendarDate => text as CalendarDate;

function stated(
  percent: number | null,
  grossMinor: number,
  givenVatMinor: number | null,
  country = 'NO',
  date = '2026-11-23',
): StatedRate {
  return { percent, grossMinor, givenVatMinor, quantity: { units: 1, scale: 0 }, country, date: day(date) };
}

describe('rates by date', () => {
  it('knows what changed in Finland, and when', () => {
    expect(listRatesInForce('FI', day('2024-08-31'))).toEqual([2400, 1400, 1000, 0]);
    expect(listRatesInForce('FI', day('2024-09-01'))).toEqual([2550, 1400, 1000, 0]);
    expect(listRatesInForce('FI', day('2025-12-31'))).toEqual([2550, 1400, 1000, 0]);
    expect(listRatesInForce('FI', day('2026-01-01'))).toEqual([2550, 1350, 1000, 0]);
    expect(listNationalRates('FI').toSorted((a, b) => b - a)).toEqual([2550, 2400, 1400, 1350, 1000, 0]);
  });

  it('has the same Swedish rates before and after food went from 12 % to 6 %', () => {
    expect(listRatesInForce('SE', day('2026-03-31'))).toEqual([2500, 1200, 600, 0]);
    expect(listRatesInForce('SE', day('2026-04-01'))).toEqual([2500, 1200, 600, 0]);
  });

  it('knows nothing of other countries', () => {
    expect(listRatesInForce('DE', day('2026-01-01'))).toEqual([]);
  });
});

describe('a rate that stands', () => {
  it.each([
    [25, 50000, 10000, 'NO', 2500],
    [25, 50000, null, 'NO', 2500],
    [15, 10001, 1304, 'NO', 1500],
    [11.11, 10000, 1000, 'NO', 1111],
    [25.5, 12550, 2550, 'FI', 2550],
    [13.5, 11350, 1350, 'FI', 1350],
    [6, 10600, 600, 'SE', 600],
    [0, 5000, 0, 'NO', 0],
    [0, 5000, null, 'NO', 0],
    [0, 0, 0, 'NO', 0],
    // VAT left at zero says nothing against the rate.
    [25, 2000, 0, 'NO', 2500],
    // The specification's own example: 25 % of gross, which fits no rate, so the stated one is believed.
    [25, 3900, 975, 'NO', 2500],
    // Within what rounding unit by unit explains.
    [25, 2000, 401, 'NO', 2500],
  ])('%s with VAT in %i of %s in %s', (percent, gross, vat, country, rateBps) => {
    expect(inferRate(stated(percent, gross, vat, country))).toEqual({ rateBps, repaired: null, inForce: true });
  });

  it.each([
    ['invoiced in 2026, delivered in 2025', 14, 11400, 1400, 'FI', 1400],
    ['without an amount to tell it from 13.5 %', 14, 11400, null, 'FI', 1400],
    ['too small an amount to tell it from 13.5 %', 14, 5, 1, 'FI', 1400],
    ['as low as any country goes', 1, 10100, 100, 'NO', 100],
    ['foreign, but in agreement with its amount', 20, 2000, 333, 'NO', 2000],
    ['foreign, without an amount that fits', 19, 2000, 555, 'NO', 1900],
  ])('though not in force: %s', (_, percent, gross, vat, country, rateBps) => {
    expect(inferRate(stated(percent, gross, vat, country))).toEqual({ rateBps, repaired: null, inForce: false });
  });

  it('is not doubted in a country without a table', () => {
    expect(inferRate(stated(19, 11900, 1900, 'DE'))).toEqual({ rateBps: 1900, repaired: null, inForce: true });
  });
});

describe('a mistake that plugins make', () => {
  it.each([
    [0.25, 50000, 10000, 'NO', 2500, 'fraction'],
    [0.25, 50000, null, 'NO', 2500, 'fraction'],
    [0.255, 12550, 2550, 'FI', 2550, 'fraction'],
    [0.12, 11200, null, 'SE', 1200, 'fraction'],
    [0.2, 50000, 10000, 'NO', 2500, 'share-of-gross'],
    [0.2, 50000, null, 'NO', 2500, 'share-of-gross'],
    [20, 50000, 10000, 'NO', 2500, 'share-of-gross'],
    // The specification's own example line, which cannot be 20 %.
    [20, 2000, 400, 'NO', 2500, 'share-of-gross'],
    [20.32, 12550, 2550, 'FI', 2550, 'share-of-gross'],
    [13.04, 11500, 1500, 'NO', 1500, 'share-of-gross'],
    [26, 12550, 2550, 'FI', 2550, 'rounded'],
    [26, 12550, null, 'FI', 2550, 'rounded'],
    [14, 11350, 1350, 'FI', 1350, 'rounded'],
    [11, 10000, 1000, 'NO', 1111, 'rounded'],
    [15, 5000, 1000, 'NO', 2500, 'amount'],
    [0, 5000, 1000, 'NO', 2500, 'amount'],
    [17, 11400, 1400, 'FI', 1400, 'amount'],
    [null, 2000, 400, 'NO', 2500, 'absent'],
    // Both 12 % and 11.11 % are within one øre of it; the closer one is meant.
    [null, 200, 20, 'NO', 1111, 'absent'],
    [null, 200, 21, 'NO', 1200, 'absent'],
  ] as const)('%s with VAT in %i of %s in %s is %i: %s', (percent, gross, vat, country, rateBps, reason) => {
    const inferred = inferRate(stated(percent, gross, vat, country));
    expect(inferred).toMatchObject({ rateBps, repaired: { given: percent, reason } });
  });

  it('is undone for every national rate and every amount that can tell', () => {
    const cases = fc.record({
      country: fc.constantFrom('NO', 'SE', 'FI', 'DK'),
      pick: fc.nat(),
      gross: fc.integer({ min: 100_00, max: 100_000_00 }),
      sign: fc.constantFrom(1, -1),
    });
    fc.assert(
      fc.property(cases, ({ country, pick, gross, sign }) => {
        const rates = listRatesInForce(country, day('2026-11-23')).filter((rate) => rate > 0);
        const rateBps = rates[pick % rates.length] ?? 0;
        const vat = vatInGross(gross * sign, rateBps);
        for (const percent of [
          rateBps / 100,
          rateBps / 10_000,
          Math.round(rateBps / 100),
          Number((vat / (gross * sign)).toFixed(4)),
          Number(((100 * vat) / (gross * sign)).toFixed(2)),
          null,
        ]) {
          expect(inferRate(stated(percent, gross * sign, vat, country))?.rateBps, `${percent} in ${country}`).toBe(
            rateBps,
          );
        }
      }),
    );
  });
});

describe('a missing rate', () => {
  it.each([
    ['without a VAT amount', 2000, null],
    ['with a VAT amount left at zero', 2000, 0],
    ['with a VAT amount of no rate', 2000, 1500],
    ['of nothing', 0, 0],
  ])('%s is not a rate of zero', (_, gross, vat) => {
    expect(inferRate(stated(null, gross, vat))).toBeNull();
  });
});

describe('a figure that is no rate', () => {
  it.each([-1, -0.25, 101, 2500, 25.555, 0.01, Number.NaN, Number.POSITIVE_INFINITY])('%d is refused', (percent) => {
    const fault = faultOf(() => inferRate(stated(percent, 10000, null), 'items[0].vat'));
    expect(fault).toMatchObject({ code: 'VAT_RATE_UNKNOWN', path: 'items[0].vat' });
  });

  it('is read from its amount where that belongs to a rate', () => {
    expect(inferRate(stated(2500, 10000, 2000))?.rateBps).toBe(2500);
  });
});
