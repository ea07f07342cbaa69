import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { mod11CheckCharacter, passesLuhn } from './check-digits.ts';
import { parseGiro } from './giro.ts';
import { toIbanCountry } from './iban.ts';

/** How many digits a national account number has; where it stands whole in the IBAN. */
const DIGITS: Readonly<Record<string, number>> = { NO: 11, FI: 14, DK: 14 };
const SWEDISH_BBAN_DIGITS = 20;

/**
 * Reads a national account number in electronic form, digits only, by the rule of the account's country. Norway: 11
 * digits, the last by MOD11 (Bits), or by Luhn for the old postal giro numbers under 0000. Sweden: the 20 digits of the
 * IBAN, or a bankgiro or plusgiro number. Finland and Denmark: the 14 digits of the IBAN, which vouches for them.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseBban(text: string | null | undefined, country: string, path?: string): string {
  const value = requireReference(text, 'account number', 'digits', path);
  if (country === 'SE') return value.length === SWEDISH_BBAN_DIGITS ? value : parseGiro(value, path).value;
  const length = DIGITS[country];
  if (length !== undefined && value.length !== length) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected length ${value.length} of account number "${value}", expected ${length} digits for ${country}`,
      path,
    });
  }
  if (country === 'NO') requireNorwegianCheckDigit(value, path);
  return value;
}

function requireNorwegianCheckDigit(value: string, path: string | undefined): void {
  // Postal giro accounts had seven digits of their own before they got the bank register number 0000.
  const passes = value.startsWith('0000')
    ? passesLuhn(value.slice(4))
    : mod11CheckCharacter(value.slice(0, -1)) === value.slice(-1);
  if (passes) return;
  throw invoiceFaults.REFERENCE_CHECKSUM({
    message: `Unexpected last digit ${value.slice(-1)} in account number "${value}", expected its MOD11 check digit`,
    path,
  });
}

/**
 * Holds a checked IBAN against the checked account number beside it. In Norway, Finland and Denmark the IBAN is country,
 * check digits and that very number; a Swedish IBAN does so for its 20 digits, while bankgiro and plusgiro are names of
 * their own that no IBAN contains.
 *
 * @param path JSON path of the IBAN
 * @throws IBAN_BBAN_MISMATCH
 */
export function checkIbanMatchesBban(iban: string, bban: string, path?: string): void {
  const country = toIbanCountry(iban);
  const comparable = country in DIGITS || (country === 'SE' && bban.length === SWEDISH_BBAN_DIGITS);
  if (!comparable || iban.slice(4) === bban) return;
  throw invoiceFaults.IBAN_BBAN_MISMATCH({
    message: `Unexpected account ${iban.slice(4)} in IBAN "${iban}", expected the account number ${bban}`,
    path,
  });
}
