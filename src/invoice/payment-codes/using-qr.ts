import { type CalendarDate, CURRENCY_DIGITS, type Currency, type MinorUnits, powerOfTen } from '../../base/index.ts';
import { invoiceFaults } from '../faults.ts';

/** How the account is named: bankgiro, plusgiro, IBAN, or a national number. */
export type UsingQrAccount =
  | { readonly type: 'BG' | 'PG'; readonly number: string }
  | { readonly type: 'IBAN' | 'BBAN'; readonly number: string; readonly bic: string };

/** What a UsingQR code says of an invoice. */
export interface UsingQrFields {
  /** The seller, whose invoice it is. */
  readonly name: string;
  /** Organisation number as its country writes it. */
  readonly companyId: string;
  readonly country: string;
  /** What the payer quotes: OCR number or KID. */
  readonly reference: string;
  readonly issueDate: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly amountMinor: MinorUnits;
  readonly currency: Currency;
  readonly account: UsingQrAccount;
  /** Postal code and town of the account's bank, where a payment from abroad asks for it. */
  readonly bankPlace?: string | undefined;
}

/** As large as readers take with error correction M; the same as EPC's, and as our own encoder's. */
const MAX_PAYLOAD = 331;

/**
 * The JSON of a UsingQR code for an invoice (UsingQR revision 2, qrkod.info): `uqr` and `tp` first, no white space,
 * plain ASCII. What a Swedish payment within the country needs not say (country, currency, bank) is left out.
 *
 * @throws PAYMENT_CODE_LIMIT for an amount that asks for nothing, a giro in another currency, or a code that is too long
 */
export function toUsingQr(fields: UsingQrFields): string {
  const { account, amountMinor, currency } = fields;
  if (amountMinor <= 0) throw refuse(`amount of ${amountMinor}`, 'more than nothing');
  const giro = account.type === 'BG' || account.type === 'PG';
  if (giro && currency !== 'SEK') throw refuse(`currency ${currency} beside a giro number`, 'SEK');
  const pairs: readonly (readonly [key: string, json: string])[] = [
    ['uqr', '1'],
    ['tp', '1'],
    ['nme', toAsciiJson(fields.name)],
    ['cid', toAsciiJson(fields.companyId)],
    ...(giro ? [] : [['cc', toAsciiJson(fields.country)] as const]),
    ['iref', toAsciiJson(fields.reference)],
    ['idt', toDay(fields.issueDate)],
    ['ddt', toDay(fields.dueDate)],
    ['due', toAmount(amountMinor, currency)],
    ...(giro ? [] : [['cur', toAsciiJson(currency)] as const]),
    ['pt', toAsciiJson(account.type)],
    ['acc', toAsciiJson(account.number)],
    ...('bic' in account ? [['bc', toAsciiJson(account.bic)] as const] : []),
    ...(fields.bankPlace === undefined ? [] : [['adr', toAsciiJson(fields.bankPlace)] as const]),
  ];
  const payload = `{${pairs.map(([key, json]) => `"${key}":${json}`).join(',')}}`;
  if (payload.length <= MAX_PAYLOAD) return payload;
  throw refuse(`length ${payload.length}`, `${MAX_PAYLOAD} characters or fewer, so a shorter name`);
}

/** Readers disagree about characters beyond ASCII, but not about JSON's escapes. */
function toAsciiJson(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function toDay(date: CalendarDate): string {
  return `"${date.replaceAll('-', '')}"`;
}

/** A JSON number, exact, without decimals that say nothing: `12500`, `10.75`. */
function toAmount(minor: MinorUnits, currency: Currency): string {
  const digits = CURRENCY_DIGITS[currency];
  const whole = Math.floor(minor / powerOfTen(digits));
  const fraction = String(minor % powerOfTen(digits))
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}

function refuse(found: string, expected: string): Error {
  return invoiceFaults.PAYMENT_CODE_LIMIT({ message: `Unexpected ${found} for a UsingQR code, expected ${expected}` });
}
