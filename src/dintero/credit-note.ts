import { parseInvoiceNumber } from '../invoice/index.ts';
import { dinteroFaults } from './faults.ts';

/**
 * The number of a credit note, which the merchant gives from a series of its own; Kravia has none.
 *
 * @param original the invoice's number, which may not come back with something before or after it
 * @throws CREDIT_NOTE_NUMBER_MISSING, CREDIT_NOTE_NUMBER_TAKEN, REFERENCE_CHARSET, REFERENCE_SHAPE
 */
export function readCreditNoteNumber(given: string | undefined, original: string): string {
  if (!given) {
    throw dinteroFaults.CREDIT_NOTE_NUMBER_MISSING({
      message: `Unexpected absence of a number for the credit note of ${original}, expected one of your own series`,
    });
  }
  const number = parseInvoiceNumber(given);
  if (!repeats(number, original)) return number;
  throw dinteroFaults.CREDIT_NOTE_NUMBER_TAKEN({
    message: `Unexpected credit note number ${number}, expected another than that of the invoice, ${original}`,
  });
}

/** Whether one number is the other with a prefix or suffix; digits that merely continue make another number. */
function repeats(number: string, original: string): boolean {
  const before = number.at(-original.length - 1) ?? '';
  const after = number.at(original.length) ?? '';
  return (number.endsWith(original) && !/\d/.test(before)) || (number.startsWith(original) && !/\d/.test(after));
}
