import type { Evidence } from '../../evidence.ts';
import { findOmitted } from '../../law.ts';
import { type Discovery, discover, type Rule } from '../../rule.ts';

export const noCreditNote: Rule = {
  id: 'no-credit-note',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-2-8',
  why: 'A document that corrects another says so, names the other and has a number of its own.',
  passes: ['credits 16788-000011'],
  fails: ['credits 16788-000011', 'drop originalInvoice'],
  find: (evidence) => [...findOmitted(evidence, 'NO', /^(?:kind|originalInvoice)$/), ...findBorrowedNumber(evidence)],
};

/** The original's number with something before it is not a number of its own (bokføringsforskriften § 5-2-8, GBS 1). */
function findBorrowedNumber({ invoice: { seller, number, originalNumber } }: Evidence): Discovery[] {
  if (seller?.country !== 'NO' || originalNumber === null || !number.endsWith(originalNumber)) return [];
  return [discover({ field: 'invoiceNumber', found: number, saying: { expected: 'a number of its own' } })];
}
