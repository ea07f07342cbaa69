import { type MinorUnits, sumMinor } from '../base/index.ts';
import { invoiceFaults } from './faults.ts';
import type { Invoice, Totals, VatSubtotal } from './invoice.ts';

/** Sums of one rate; every subtotal is one. */
type RateSums = Pick<VatSubtotal, 'netMinor' | 'vatMinor' | 'grossMinor'>;

/** What stands between the goods and what is left to pay. */
export interface Settlement {
  /** Rounding of the whole, either sign; zero where there is none. */
  readonly roundingMinor: MinorUnits;
  /** Gift cards and other payments already made; not negative. */
  readonly prepaidMinor: MinorUnits;
  readonly vatNational: Totals['vatNational'];
}

/** Totals of an invoice: the rates' sums, then `payable = gross + rounding − prepaid` (EN 16931 BR-CO-15, BR-CO-16). */
export function toTotals(subtotals: readonly RateSums[], settlement: Settlement): Totals {
  const grossMinor = sumMinor(subtotals.map((subtotal) => subtotal.grossMinor));
  return {
    netMinor: sumMinor(subtotals.map((subtotal) => subtotal.netMinor)),
    vatMinor: sumMinor(subtotals.map((subtotal) => subtotal.vatMinor)),
    grossMinor,
    roundingMinor: settlement.roundingMinor,
    prepaidMinor: settlement.prepaidMinor,
    payableMinor: sumMinor([grossMinor, settlement.roundingMinor, -settlement.prepaidMinor]),
    vatNational: settlement.vatNational,
  };
}

/**
 * Makes sure of every sum on an invoice: net + VAT = gross on each line, for each rate and in total; lines add up to
 * their rates and rates to the totals; what is payable follows from gross, rounding and prepayment; every amount is a
 * safe integer. The model calls it on its own work, so what it finds is a bug.
 *
 * @throws INVOICE_SUMS_BROKEN naming the sum and both figures
 */
export function assertSums(invoice: Pick<Invoice, 'lines' | 'vat' | 'totals'>): void {
  const { lines, vat, totals } = invoice;
  for (const [index, line] of lines.entries()) assertNetAndVat(line, `lines[${index}]`);
  for (const [index, subtotal] of vat.entries()) assertNetAndVat(subtotal, `vat[${index}]`);
  assertNetAndVat(totals, 'totals');
  for (const rateBps of new Set([...lines, ...vat].map((entry) => entry.rateBps))) {
    const ofRate = <T extends { readonly rateBps: number }>(entries: readonly T[]) =>
      entries.filter((entry) => entry.rateBps === rateBps);
    assertSameSums(ofRate(lines), ofRate(vat), `lines at ${rateBps} basis points`);
  }
  assertSameSums(vat, [totals], 'vat');
  for (const field of ['roundingMinor', 'prepaidMinor', 'payableMinor'] as const) {
    assertInteger(totals[field], `totals.${field}`);
  }
  if (totals.prepaidMinor < 0) throw broken('totals.prepaidMinor', totals.prepaidMinor, 'no less than 0');
  const payable = sumMinor([totals.grossMinor, totals.roundingMinor, -totals.prepaidMinor]);
  assertEqual(totals.payableMinor, payable, 'totals.payableMinor');
}

const FIELDS = ['netMinor', 'vatMinor', 'grossMinor'] as const;

function assertNetAndVat(sums: RateSums, where: string): void {
  for (const field of FIELDS) assertInteger(sums[field], `${where}.${field}`);
  assertEqual(sums.grossMinor, sumMinor([sums.netMinor, sums.vatMinor]), `${where}.grossMinor`);
}

function assertSameSums(parts: readonly RateSums[], wholes: readonly RateSums[], where: string): void {
  for (const field of FIELDS) {
    const expected = sumMinor(wholes.map((whole) => whole[field]));
    assertEqual(sumMinor(parts.map((part) => part[field])), expected, `sum of ${field} of ${where}`);
  }
}

function assertEqual(found: MinorUnits, expected: MinorUnits, where: string): void {
  if (found !== expected) throw broken(where, found, String(expected));
}

function assertInteger(amount: MinorUnits, where: string): void {
  if (!Number.isSafeInteger(amount) || Object.is(amount, -0)) throw broken(where, amount, 'a safe integer, not −0');
}

function broken(where: string, found: number, expected: string): Error {
  const written = Object.is(found, -0) ? '−0' : String(found);
  return invoiceFaults.INVOICE_SUMS_BROKEN({ message: `Unexpected ${written} in ${where}, expected ${expected}` });
}
