import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumMinor, vatInGross } from '#dist/base/index.js';
import { computeVat, type DraftLine, isPlausibleVat } from '#dist/invoice/index.js';

const ONE = { units: 1, scale: 0 };

function draft(grossMinor: number, rateBps: number, givenVatMinor: number | null = null, units = 1): DraftLine {
  return {
    grossMinor,
    rateBps,
    category: rateBps === 0 ? 'Z' : 'S',
    givenVatMinor,
    quantity: { units, scale: 0 },
  };
}

/** The exact VAT of an amount, rounded half away from zero, by other means than the code under test. */
function oracleVat(grossMinor: bigint, rateBps: bigint): bigint {
  const denominator = 10_000n + rateBps;
  const numerator = grossMinor * rateBps;
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  const step = numerator < 0n ? -1n : 1n;
  return 2n * (rest < 0n ? -rest : rest) >= denominator ? whole + step : whole;
}

const anyRate = fc.constantFrom(2500, 1500, 1200, 1111, 600, 2550, 1350, 1400, 1000, 0);
const anyLine = fc
  .tuple(fc.integer({ min: -500_000_00, max: 500_000_00 }), anyRate, fc.nat({ max: 20 }))
  .map(([gross, rate, units]) => draft(gross, rate, null, units));

describe('VAT worked out per rate', () => {
  it('differs from rounding line by line, and the lines add up to it', () => {
    for (const [amount, count, perRate] of [
      [333, 10, 666],
      [99, 3, 59],
      [2, 5, 2],
    ] as const) {
      const { lines, subtotals } = computeVat(Array.from({ length: count }, () => draft(amount, 2500)));
      expect(subtotals).toMatchObject([{ vatMinor: perRate, grossMinor: amount * count, origin: 'computed' }]);
      expect(sumMinor(lines.map((line) => line.vatMinor))).toBe(perRate);
      expect(vatInGross(amount, 2500) * count).not.toBe(perRate);
    }
  });

  it('agrees with an oracle for any lines of any sign', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (drafts) => {
        const { lines, subtotals } = computeVat(drafts);
        expect(lines).toHaveLength(drafts.length);
        for (const subtotal of subtotals) {
          const own = drafts.flatMap((line, index) => (line.rateBps === subtotal.rateBps ? [index] : []));
          const gross = own.reduce((sum, index) => sum + BigInt(drafts[index]?.grossMinor ?? 0), 0n);
          expect(BigInt(subtotal.grossMinor)).toBe(gross);
          expect(BigInt(subtotal.vatMinor)).toBe(oracleVat(gross, BigInt(subtotal.rateBps)));
          expect(subtotal.netMinor + subtotal.vatMinor).toBe(subtotal.grossMinor);
          expect(sumMinor(own.map((index) => lines[index]?.vatMinor ?? Number.NaN))).toBe(subtotal.vatMinor);
          expect(sumMinor(own.map((index) => lines[index]?.netMinor ?? Number.NaN))).toBe(subtotal.netMinor);
        }
        for (const [index, line] of lines.entries()) {
          const { grossMinor = 0, rateBps = 0 } = drafts[index] ?? {};
          expect(line.netMinor + line.vatMinor).toBe(grossMinor);
          // Floor or ceiling of the line's exact VAT, so at most one from its rounded VAT.
          const off = BigInt(line.vatMinor) * BigInt(10_000 + rateBps) - BigInt(grossMinor) * BigInt(rateBps);
          expect((off < 0n ? -off : off) < BigInt(10_000 + rateBps)).toBe(true);
          expect(Math.abs(line.vatMinor - Number(oracleVat(BigInt(grossMinor), BigInt(rateBps))))).toBeLessThanOrEqual(
            1,
          );
          expect(Object.is(line.vatMinor, -0) || Object.is(line.netMinor, -0)).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives a credited order the same figures with the other sign', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 30 }), (drafts) => {
        const mirrored = computeVat(drafts.map((line) => ({ ...line, grossMinor: 0 - line.grossMinor })));
        const { lines } = computeVat(drafts);
        expect(mirrored.lines.map((line) => line.vatMinor)).toEqual(lines.map((line) => 0 - line.vatMinor));
      }),
    );
  });

  it('lets a discount take part in its rate, even one that leaves next to nothing', () => {
    const { lines, subtotals } = computeVat([draft(100_000, 2500), draft(-99_999, 2500)]);
    expect(lines.map((line) => line.vatMinor)).toEqual([20_000, -20_000]);
    expect(subtotals).toMatchObject([{ grossMinor: 1, vatMinor: 0, netMinor: 1 }]);
  });

  it('is empty for nothing', () => {
    expect(computeVat([])).toEqual({ lines: [], subtotals: [], implausible: [] });
  });
});

describe('VAT as the merchant booked it', () => {
  it('stands where every line of the rate states a plausible amount', () => {
    const { lines, subtotals, implausible } = computeVat([
      draft(333, 2500, 67),
      draft(333, 2500, 67),
      draft(333, 2500, 66),
    ]);
    expect(lines.map((line) => line.vatMinor)).toEqual([67, 67, 66]);
    expect(subtotals).toMatchObject([{ vatMinor: 200, netMinor: 799, origin: 'given' }]);
    expect(implausible).toEqual([]);
  });

  it('gives way for the whole rate where one line states none', () => {
    const { subtotals, implausible } = computeVat([draft(333, 2500, 67), draft(333, 2500), draft(333, 2500, 67)]);
    expect(subtotals).toMatchObject([{ vatMinor: 200, origin: 'computed' }]);
    expect(implausible).toEqual([]);
  });

  it('gives way, and names the line, where an amount cannot be', () => {
    const { lines, implausible } = computeVat([draft(2000, 2500, 400), draft(3900, 2500, 975)]);
    expect(lines.map((line) => line.vatMinor)).toEqual([400, 780]);
    expect(implausible).toEqual([1]);
    // However little it is off: two for one unit is more than rounding explains.
    expect(computeVat([draft(2000, 2500, 402)]).subtotals).toMatchObject([{ vatMinor: 400, origin: 'computed' }]);
  });

  it('is judged rate by rate', () => {
    const { subtotals } = computeVat([draft(1150, 1500, 151), draft(2000, 2500, 500), draft(1120, 1200, 120)]);
    expect(subtotals.map(({ rateBps, origin }) => [rateBps, origin])).toEqual([
      [2500, 'computed'],
      [1500, 'given'],
      [1200, 'given'],
    ]);
  });

  it('gives way where many small differences add up to a major unit of the rate', () => {
    // Each is one øre high, as shops that round upwards make it; 81 of them are the most that an e-invoice lets pass.
    const high = (count: number): DraftLine[] => Array.from({ length: count }, () => draft(1000, 2500, 201));
    expect(computeVat(high(79)).subtotals).toMatchObject([{ origin: 'given', vatMinor: 79 * 201 }]);
    expect(computeVat(high(80)).subtotals).toMatchObject([{ origin: 'computed', vatMinor: 80 * 200 }]);
  });

  it('always keeps net × rate within the tolerance of EN 16931, whatever is given', () => {
    const lineWithVat = fc
      .tuple(anyLine, fc.option(fc.integer({ min: -3, max: 3 })))
      .map(([line, slip]) =>
        slip === null ? line : { ...line, givenVatMinor: vatInGross(line.grossMinor, line.rateBps) + slip },
      );
    fc.assert(
      fc.property(fc.array(lineWithVat, { maxLength: 200 }), (drafts) => {
        for (const { netMinor, vatMinor, rateBps } of computeVat(drafts).subtotals) {
          expect(Math.abs(vatMinor - (netMinor * rateBps) / 10_000)).toBeLessThan(100);
        }
      }),
    );
  });
});

describe('subtotals', () => {
  it('come highest rate first, then by category', () => {
    const zero = (category: DraftLine['category']): DraftLine => ({ ...draft(100, 0), category });
    const { subtotals } = computeVat([zero('E'), draft(100, 1200), zero('Z'), draft(100, 2550), zero('O'), zero('AE')]);
    expect(subtotals.map(({ rateBps, category }) => `${rateBps} ${category}`)).toEqual([
      '2550 S',
      '1200 S',
      '0 Z',
      '0 E',
      '0 AE',
      '0 O',
    ]);
  });
});

describe('isPlausibleVat', () => {
  it.each([
    [400, 2000, 2500, true],
    [401, 2000, 2500, true],
    [399, 2000, 2500, true],
    [402, 2000, 2500, false],
    [0, 1, 2500, true],
    [1, 1, 2500, true],
    [2, 1, 2500, false],
    [-1, 1, 2500, false],
    [-2000, -9999, 2500, true],
    [2000, -9999, 2500, false],
    [0, 5000, 0, true],
    [1, 5000, 0, false],
    [0, 0, 2500, true],
  ])('%i of %i at %i: %s', (vat, gross, rate, plausible) => {
    expect(isPlausibleVat(vat, gross, rate, ONE)).toBe(plausible);
  });

  it('allows one for each unit, a part of a unit counting as one', () => {
    expect(isPlausibleVat(403, 2000, 2500, { units: 3, scale: 0 })).toBe(true);
    expect(isPlausibleVat(404, 2000, 2500, { units: 3, scale: 0 })).toBe(false);
    expect(isPlausibleVat(403, 2000, 2500, { units: 25, scale: 1 })).toBe(true);
    expect(isPlausibleVat(402, 2000, 2500, { units: 5, scale: 1 })).toBe(false);
    expect(isPlausibleVat(-403, -2000, 2500, { units: -3, scale: 0 })).toBe(true);
  });
});
