import type { CalendarDate, MinorUnits } from '../../base/index.ts';
import { invoiceFaults } from '../faults.ts';
import type { ReferenceKind } from '../invoice.ts';

/** What an EPC QR code says. */
export interface EpcQrFields {
  /** Null in an account's own country, where the IBAN says which bank it is. */
  readonly bic: string | null;
  /** Account holder. */
  readonly payee: string;
  readonly iban: string;
  /** In cents. */
  readonly amountMinor: MinorUnits;
  /** Structured where banks know the form (RF, viitenumero); other references go as text for the payee. */
  readonly reference: { readonly value: string; readonly kind: ReferenceKind | 'text' };
  /** Finland writes the day it wants to be paid on where others have a word to the payer. */
  readonly dueDate: CalendarDate | null;
}

const MAX_AMOUNT_MINOR = 99_999_999_999;
const MAX_NAME = 70;
const MAX_STRUCTURED = 35;
const MAX_UNSTRUCTURED = 140;
/** QR version 13 with error correction M, the largest that the guideline allows. */
const MAX_PAYLOAD = 331;

/**
 * The lines of a code for a euro credit transfer (EPC069-12 v2.1, version 002, where the BIC may be left out), UTF-8 by
 * its own account, though only characters that every bank and every reader agree about are written.
 *
 * @throws PAYMENT_CODE_LIMIT where a field is longer than its place, or the amount is none that can be transferred
 */
export function toEpcQr({ bic, payee, iban, amountMinor, reference, dueDate }: EpcQrFields): string {
  if (amountMinor < 1 || amountMinor > MAX_AMOUNT_MINOR) {
    throw refuse(`amount of ${amountMinor} cents`, `1 to ${MAX_AMOUNT_MINOR}`);
  }
  const structured = reference.kind === 'rf' || reference.kind === 'viitenumero';
  const payload = [
    'BCD',
    '002',
    '1',
    'SCT',
    bic ?? '',
    limit(toSepaText(payee), MAX_NAME, 'name'),
    iban,
    `EUR${toAmount(amountMinor)}`,
    '',
    structured ? limit(reference.value, MAX_STRUCTURED, 'reference') : '',
    structured ? '' : limit(toSepaText(reference.value), MAX_UNSTRUCTURED, 'text'),
    dueDate === null ? '' : `ReqdExctnDt/${dueDate}`,
  ];
  return limit(payload.join('\n').replace(/\n+$/, ''), MAX_PAYLOAD, 'code');
}

/** Letters that are none of the plain ones with a mark, as banks write them (EPC217-08). */
const REPLACED: Readonly<Record<string, string>> = {
  Ø: 'O',
  ø: 'o',
  Æ: 'AE',
  æ: 'ae',
  ß: 'ss',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  Ł: 'L',
  ł: 'l',
  '&': '+',
};

/** The Latin characters that every bank of SEPA takes (EPC217-08 §6.2); others become a full stop, as banks make them. */
function toSepaText(text: string): string {
  return text
    .replace(/[ØøÆæßÐðÞþŁł&]/gu, (letter) => REPLACED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.')
    .trim();
}

function toAmount(minor: MinorUnits): string {
  const digits = String(minor).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function limit(text: string, most: number, what: string): string {
  if (text.length > 0 && text.length <= most) return text;
  throw refuse(`${what} of ${text.length} characters`, `1 to ${most}`);
}

function refuse(found: string, expected: string): Error {
  return invoiceFaults.PAYMENT_CODE_LIMIT({ message: `Unexpected ${found} for an EPC QR code, expected ${expected}` });
}
