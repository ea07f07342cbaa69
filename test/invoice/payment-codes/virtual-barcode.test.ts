import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#dist/base/index.js';
import { parsePaymentReference, toVirtualBarcode } from '#dist/invoice/index.js';

/** Strings that Finnish banks' own guide and public implementations of it agree about. */
const VECTORS: readonly (readonly [string, string, number | null, string, string | null])[] = [
  [
    '458101710000001220004829900000000559582243294671120131',
    'FI5810171000000122',
    48_299,
    '559582243294671',
    '2012-01-31',
  ],
  [
    '402500046400013020006938000000069875672083435364110724',
    'FI0250004640001302',
    69_380,
    '69875672083435364',
    '2011-07-24',
  ],
  [
    '502500046400013020006938061000000000698756720839110724',
    'FI0250004640001302',
    69_380,
    'RF61698756720839',
    '2011-07-24',
  ],
  [
    '516800014000502670009358560000078777679656628687000000',
    'FI1680001400050267',
    93_585,
    'RF6078777679656628687',
    null,
  ],
  [
    '515660100015306410074445484000007758474790647489191219',
    'FI1566010001530641',
    744_454,
    'RF847758474790647489',
    '2019-12-19',
  ],
  [
    '415660100015306410074445400000007758474790647489191219',
    'FI1566010001530641',
    744_454,
    '7758474790647489',
    '2019-12-19',
  ],
  ['437159030000007760000122500000000000000000011112161221', 'FI3715903000000776', 1225, '11112', '2016-12-21'],
  ['537159030000007760000011098000000000000000011112170101', 'FI3715903000000776', 110, 'RF9811112', '2017-01-01'],
  ['437159030000007760000000000000000000000000011112000000', 'FI3715903000000776', null, '11112', null],
];

function toFields(iban: string, amountMinor: number | null, reference: string, dueDate: string | null) {
  return {
    iban,
    amountMinor,
    reference: parsePaymentReference(reference, 'FI'),
    dueDate: dueDate as CalendarDate | null,
  };
}

describe('Finland’s bank bar code', () => {
  test.each(VECTORS)('%s', (expected, ...fields) => {
    expect(toVirtualBarcode(toFields(...fields))).toBe(expected);
  });

  test('leaves an amount of a million euros to the payer', () => {
    const [, iban, , reference, due] = VECTORS[0] ?? ['', '', 0, '', null];
    expect(toVirtualBarcode(toFields(iban, 99_999_999, reference, due)).slice(17, 25)).toBe('99999999');
    expect(toVirtualBarcode(toFields(iban, 100_000_000, reference, due)).slice(17, 25)).toBe('00000000');
  });

  test('keeps the zeros that a reference begins with from counting', () => {
    const fields = toFields('FI3715903000000776', 1225, '00011112', '2016-12-21');
    expect(toVirtualBarcode(fields)).toBe('437159030000007760000122500000000000000000011112161221');
  });

  test.each([
    ['another country’s account', toFields('SE2950000000052011448827', 100, '11112', null)],
    ['a reference with letters', toFields('FI3715903000000776', 100, 'RF97C2H5OH', null)],
    ['nothing to pay', toFields('FI3715903000000776', 0, '11112', null)],
    ['a negative amount', toFields('FI3715903000000776', -100, '11112', null)],
  ])('refuses %s', (_name, fields) => {
    expect(() => toVirtualBarcode(fields)).toThrow(expect.objectContaining({ code: 'PAYMENT_CODE_LIMIT' }));
  });
});
