import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { toIbanCountry } from './iban.ts';

const SHAPE = /^[0-9A-Z]{4}[A-Z]{2}[0-9A-Z]{2}(?:[0-9A-Z]{3})?$/;

/**
 * Reads a BIC (ISO 9362): four characters for the party, two letters of its country, two for its place and, maybe,
 * three for a branch. It has no check digit.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE
 */
export function parseBic(text: string | null | undefined, path?: string): string {
  const value = requireReference(text, 'BIC', 'digits and A to Z', path);
  if (SHAPE.test(value)) return value;
  throw invoiceFaults.REFERENCE_SHAPE({
    message: `Unexpected BIC "${value}", expected 8 or 11 characters with a country in the fifth and sixth`,
    path,
  });
}

/** Whether the bank is of the account's country. Not so for some branches and virtual accounts: a doubt, no fault. */
export function matchesIbanCountry(bic: string, iban: string): boolean {
  return bic.slice(4, 6) === toIbanCountry(iban);
}
