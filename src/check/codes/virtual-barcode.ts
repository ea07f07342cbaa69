import { compareText, type ParseCode } from './payment-code.ts';

/** Finance Finland, Bank Bar Code Guide 5.3: 54 digits, version 4 with a national reference, 5 with an RF one. */
export const parseVirtualBarcode: ParseCode = (payload, invoice) => {
  const [, version = '', account = '', cents = '', tail = '', due = ''] =
    /^([45])(\d{16})(\d{8})(\d{23})(\d{6})$/.exec(payload) ?? [];
  if (version === '') return null;
  const { payment, totals, dueDate } = invoice;
  const reference = version === '4' ? tail.slice(3) : `RF${tail.slice(0, 2)}${tail.slice(2).replace(/^0+/, '')}`;
  const kid = payment?.kid ?? '';
  // Leading zeros of a national reference say nothing.
  const isSame = version === '4' ? trimZeros(reference) === trimZeros(kid) : reference === kid;
  const date = (dueDate?.date ?? '').replaceAll('-', '').slice(2);
  return [
    compareText('iban', `FI${account}`, payment?.iban ?? ''),
    compareText('payable', cents, totals.payableMinor > MOST ? NONE : String(totals.payableMinor).padStart(8, '0')),
    { field: 'kid', found: trimZeros(reference), expected: kid, right: isSame },
    ...(version === '4' ? [compareText('code', tail.slice(0, 3), '000')] : []),
    compareText('dueDate', due, date),
    compareText('currency', 'EUR', invoice.currency),
  ];
};

/** A larger amount does not fit, and is left to be typed. */
const MOST = 99_999_999;
const NONE = '00000000';

function trimZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}
