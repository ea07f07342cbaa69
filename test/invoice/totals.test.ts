import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertSums, type Invoice, toTotals } from '#dist/invoice/index.js';
import { faultOf } from './references/slips.ts';
import { sampleInvoice } from './sample-invoice.ts';

const LINES = [
  { grossMinor: 50_000, rateBps: 2500 },
  { grossMinor: 11_500, rateBps: 1500, units: 3 },
  { grossMinor: -2_500, rateBps: 2500 },
] as const;

const settled = { roundingMinor: 0, prepaidMinor: 0, vatNational: null };

describe('toTotals', () => {
  it('adds rates up, then rounding, then takes off what is paid', () => {
    const subtotals = [
      { netMinor: 40_000, vatMinor: 10_000, grossMinor: 50_000 },
      { netMinor: 8_697, vatMinor: 1_304, grossMinor: 10_001 },
    ];
    expect(toTotals(subtotals, { roundingMinor: -1, prepaidMinor: 20_000, vatNational: null })).toEqual({
      netMinor: 48_697,
      vatMinor: 11_304,
      grossMinor: 60_001,
      roundingMinor: -1,
      prepaidMinor: 20_000,
      payableMinor: 40_000,
      vatNational: null,
    });
  });

  it('is all zeros, and no −0, of nothing', () => {
    const totals = toTotals([], settled);
    for (const amount of [totals.netMinor, totals.grossMinor, totals.payableMinor])
      expect(Object.is(amount, 0)).toBe(true);
  });

  it('refuses sums that integers cannot hold', () => {
    const huge = { netMinor: Number.MAX_SAFE_INTEGER, vatMinor: 0, grossMinor: Number.MAX_SAFE_INTEGER };
    expect(() => toTotals([huge, huge], settled)).toThrow(RangeError);
  });
});

describe('assertSums', () => {
  it('is content with what the model makes', () => {
    expect(() => assertSums(sampleInvoice(LINES))).not.toThrow();
    expect(() => assertSums(sampleInvoice([]))).not.toThrow();
    const line = fc.record({
      grossMinor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      rateBps: fc.constantFrom(2500, 1500, 1200, 0),
      units: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => assertSums(sampleInvoice(lines))));
  });

  it('finds every single amount that is off by one', () => {
    const invoice = sampleInvoice(LINES);
    const nudged: [string, Invoice][] = [];
    for (const field of ['netMinor', 'vatMinor', 'grossMinor'] as const) {
      for (const index of invoice.lines.keys()) {
        const lines = invoice.lines.map((line, at) => (at === index ? { ...line, [field]: line[field] + 1 } : line));
        nudged.push([`lines[${index}].${field}`, { ...invoice, lines }]);
      }
      for (const index of invoice.vat.keys()) {
        const vat = invoice.vat.map((entry, at) => (at === index ? { ...entry, [field]: entry[field] + 1 } : entry));
        nudged.push([`vat[${index}].${field}`, { ...invoice, vat }]);
      }
    }
    for (const field of [
      'netMinor',
      'vatMinor',
      'grossMinor',
      'roundingMinor',
      'prepaidMinor',
      'payableMinor',
    ] as const) {
      const totals = { ...invoice.totals, [field]: invoice.totals[field] + 1 };
      nudged.push([`totals.${field}`, { ...invoice, totals }]);
    }
    expect(nudged).toHaveLength(21);
    for (const [name, broken] of nudged) {
      const fault = faultOf(() => assertSums(broken));
      expect(fault, name).toMatchObject({ code: 'INVOICE_SUMS_BROKEN', kind: 'internal' });
    }
  });

  it('finds a line that moved between rates, and one that is missing', () => {
    const invoice = sampleInvoice(LINES);
    const moved = invoice.lines.map((line, at) => (at === 1 ? { ...line, rateBps: 2500 } : line));
    expect(faultOf(() => assertSums({ ...invoice, lines: moved })).message).toMatch(/basis points/);
    expect(faultOf(() => assertSums({ ...invoice, lines: invoice.lines.slice(1) })).message).toMatch(
      /2500 basis points/,
    );
    expect(faultOf(() => assertSums({ ...invoice, vat: invoice.vat.slice(1) })).code).toBe('INVOICE_SUMS_BROKEN');
  });

  it.each([0.5, Number.NaN, 2 ** 53, -0, Number.POSITIVE_INFINITY])('finds %d where an integer belongs', (amount) => {
    const invoice = sampleInvoice(LINES);
    const totals = { ...invoice.totals, roundingMinor: amount };
    expect(faultOf(() => assertSums({ ...invoice, totals })).message).toContain('totals.roundingMinor');
  });

  it('writes −0 so that a person sees what is wrong with it', () => {
    const invoice = sampleInvoice(LINES);
    const totals = { ...invoice.totals, roundingMinor: -0 };
    expect(faultOf(() => assertSums({ ...invoice, totals })).message).toBe(
      'Unexpected −0 in totals.roundingMinor, expected a safe integer, not −0',
    );
  });

  it('finds a prepayment below zero, which would raise what is payable', () => {
    const invoice = sampleInvoice(LINES);
    const totals = { ...invoice.totals, prepaidMinor: -100, payableMinor: invoice.totals.payableMinor + 100 };
    expect(faultOf(() => assertSums({ ...invoice, totals })).message).toBe(
      'Unexpected -100 in totals.prepaidMinor, expected no less than 0',
    );
  });
});
