import type { Figure } from './figures.ts';

/**
 * Whether a figure may be what a seller says of itself, its telephone or its organisation number, for documents whose
 * seller is not known. What has the shape of an account never may, and neither may anything long enough to be one.
 */
export function mayBeSellersNumber({ kind, text }: Figure): boolean {
  if (kind !== 'number') return false;
  if (SWEDISH_VAT_NUMBER.test(text)) return true;
  const digits = text.replace(/\D/g, '').length;
  if (isTelephone(text)) return digits <= LONGEST_TELEPHONE;
  return digits <= LONGEST_ORGANIZATION_NUMBER && !ACCOUNTS.some((shape) => shape.test(text));
}

/** Whether a figure says itself that it is a telephone's, by its country. */
export function isTelephone(text: string): boolean {
  return text.startsWith('+');
}

/** Digits of a number with its country (ITU-T E.164). */
const LONGEST_TELEPHONE = 15;

/** Digits of a Swedish one; Norwegian accounts have one more. */
const LONGEST_ORGANIZATION_NUMBER = 10;

/** The one VAT number of the North that is as long as an account, and capitals after it; an IBAN of Sweden is ten longer. */
const SWEDISH_VAT_NUMBER = /^SE ?\d{6}-?\d{4} ?01(?: [A-Z]+)*$/;

/** Accounts of ten digits or fewer, and what begins as an IBAN. */
const ACCOUNTS = [
  // Bankgiro; what begins with 0 is an area code.
  /^[1-9]\d{2,3}-\d{4}$/,
  // Plusgiro, in pairs or of one piece; with seven digits before the hyphen it is a Finnish organisation number.
  /^(?:\d{1,2}(?: \d{2}){2,}|\d{6})-\d$/,
  /^[A-Z]{2}\d{2}/,
];
