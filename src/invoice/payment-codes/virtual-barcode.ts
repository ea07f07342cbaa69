import { type CalendarDate, type MinorUnits, toDateParts } from '../../base/index.ts';
import { invoiceFaults } from '../faults.ts';
import type { ReferenceKind } from '../invoice.ts';

/** What Finland's bank bar code says. */
export interface VirtualBarcodeFields {
  /** Finnish, without spaces. */
  readonly iban: string;
  /** In cents, more than nothing; null where the payer decides. */
  readonly amountMinor: MinorUnits | null;
  readonly reference: { readonly value: string; readonly kind: ReferenceKind };
  readonly dueDate: CalendarDate | null;
}

const FINNISH_IBAN = /^FI(?<account>\d{16})$/;
/** `RF`, check digits, and a body that is a Finnish reference: digits alone. */
const FINNISH_RF = /^RF(?<check>\d{2})(?<body>\d{1,21})$/;
/** Six figures for euros and two for cents; what does not fit is left to the payer. */
const MAX_AMOUNT_MINOR = 99_999_999;

/**
 * The 54 digits of Finland's bank bar code (Finance Finland, Bank Bar Code Guide 5.3): version 4 with a national
 * reference, version 5 with an RF reference, drawn as Code 128 with set C. An amount above 999 999,99 stands as zero, as
 * the guide has it.
 *
 * @throws PAYMENT_CODE_LIMIT for another country's account, an RF reference with letters, an amount that asks for nothing
 */
export function toVirtualBarcode({ iban, amountMinor, reference, dueDate }: VirtualBarcodeFields): string {
  const account = FINNISH_IBAN.exec(iban)?.groups?.['account'];
  if (account === undefined) throw refuse(`account ${iban}`, 'a Finnish IBAN');
  if (amountMinor !== null && amountMinor <= 0) throw refuse(`amount ${amountMinor}`, 'more than nothing');
  const amount = amountMinor === null || amountMinor > MAX_AMOUNT_MINOR ? 0 : amountMinor;
  const head = account + String(amount).padStart(8, '0');
  const day = dueDate === null ? '000000' : toShortDate(dueDate);
  if (reference.kind === 'viitenumero') return `4${head}000${reference.value.padStart(20, '0')}${day}`;
  const rf = FINNISH_RF.exec(reference.value)?.groups;
  if (rf === undefined)
    throw refuse(`reference ${reference.value}`, 'a viitenumero, or an RF reference of digits alone');
  return `5${head}${rf['check']}${(rf['body'] ?? '').padStart(21, '0')}${day}`;
}

function toShortDate(date: CalendarDate): string {
  const { year, month, day } = toDateParts(date);
  return [year % 100, month, day].map((part) => String(part).padStart(2, '0')).join('');
}

function refuse(found: string, expected: string): Error {
  return invoiceFaults.PAYMENT_CODE_LIMIT({
    message: `Unexpected ${found} for Finland's bank bar code, expected ${expected}`,
  });
}
