import { type CalendarDate, Fault, parseCalendarDate } from '../../base/index.ts';
import { parseIban } from '../../invoice/index.ts';
import { dropSpaces, foldText, LANGUAGES, parseAccount, parseDate, parseMoney } from '../printed/index.ts';
import type { ClaimField, ClaimValue } from './claim.ts';

/** What stands under a label: an account is printed nationally or as IBAN under the same words. */
export type ValueKind = 'number' | 'kid' | 'account' | 'date' | 'money';

/** More words than these no value takes: an IBAN in fours has nine at most. */
export const MOST_WORDS: Readonly<Record<ValueKind, number>> = { number: 1, kid: 8, account: 9, date: 3, money: 6 };

/** A value, and the field that its form says it is of. */
export interface ReadValue {
  readonly field: ClaimField;
  readonly values: readonly ClaimValue[];
  /** Longer readings of the same words are not to be preferred: check digits say that this is the whole. */
  readonly certain: boolean;
}

/** Reads words as a value of one kind, in whatever language they are; null where they are none. */
export function readValue(words: string, kind: ValueKind): ReadValue | null {
  const text = foldText(words)
    .replace(/^[([]+|[\])]+$/gu, '')
    .replace(/(?<=[\p{L}\p{N}])[.,;]$/u, '');
  switch (kind) {
    case 'number':
      return INVOICE_NUMBER.test(text) && readDates(text).length === 0 ? toReference('invoiceNumber', text) : null;
    case 'kid':
      return PAYMENT_REFERENCE.test(dropSpaces(text)) ? toReference('kid', dropSpaces(text)) : null;
    case 'account':
      return readAccount(text);
    case 'date':
      return toValue(
        'dueDate',
        readDates(text).map((date) => ({ kind: 'date', date })),
      );
    case 'money':
      return toValue('payable', readAmounts(text).slice(0, 1));
  }
}

/** Letters, digits and what numbers are parted by; a digit among them. */
const INVOICE_NUMBER = /^(?=\D*\d)[\p{L}\p{N}](?:[\p{L}\p{N}./_-]*[\p{L}\p{N}])?$/u;

/** KID and OCR of 2 to 25 digits, the last perhaps a hyphen (Bits KID); RF references (ISO 11649). */
const PAYMENT_REFERENCE = /^(?:RF\d{2}[0-9A-Z]{1,21}|\d{2,25}-?)$/;

/** The form of ISO 13616, whatever its check digits. */
const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/** Digits of the shortest national account, a plusgiro's, and of the longest, a Finnish one's before IBAN. */
const SHORTEST_ACCOUNT = 5;
const LONGEST_ACCOUNT = 16;

function readAccount(text: string): ReadValue | null {
  const bare = dropSpaces(text);
  if (IBAN.test(bare)) return { ...toReference('iban', bare), certain: isIban(bare) };
  const digits = parseAccount(text.replace(/ ?- ?/gu, '-'));
  if (digits === null || digits.length < SHORTEST_ACCOUNT || digits.length > LONGEST_ACCOUNT) return null;
  return toReference('bban', digits);
}

/** Whether it is an IBAN by country, length and check digits. */
function isIban(bare: string): boolean {
  try {
    return parseIban(bare) === bare;
  } catch (error) {
    if (error instanceof Fault) return false;
    throw error;
  }
}

const DAY_FIRST = /^(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4}|\d{2})$/;

/** Days come first where figures alone stand, as everywhere in the North; a year of two figures is of this century. */
function readDates(text: string): CalendarDate[] {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  const figures = parseCalendarDate(
    `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  // `7. december 2026` is not how Swedes write it, and some do.
  const forms = [text, text.replace(/^(\d{1,2})\. /u, '$1 ')];
  const named = forms.flatMap((form) => LANGUAGES.flatMap((language) => parseDate(form, language) ?? []));
  return [...new Set([...named, ...(figures === null ? [] : [figures])])];
}

function readAmounts(text: string): ClaimValue[] {
  return LANGUAGES.flatMap((language) => {
    const money = parseMoney(text, language);
    if (money === null) return [];
    const { amount, currencies } = money;
    return [{ kind: 'money' as const, minor: amount.units * 10 ** (2 - amount.scale), currencies }];
  });
}

function toReference(field: ClaimField, reference: string): ReadValue {
  return { field, values: [{ kind: 'reference', reference }], certain: false };
}

function toValue(field: ClaimField, values: readonly ClaimValue[]): ReadValue | null {
  return values.length === 0 ? null : { field, values, certain: false };
}
