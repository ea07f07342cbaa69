import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#dist/base/index.js';
import { type EpcQrFields, toEpcQr } from '#dist/invoice/index.js';

const FIELDS: EpcQrFields = {
  bic: null,
  payee: 'Max Mustermann',
  iban: 'DE89370400440532013000',
  amountMinor: 9999,
  reference: { value: 'Invoice 2026-001', kind: 'text' },
  dueDate: null,
};

describe('an EPC QR code', () => {
  test('says a text to the payee', () => {
    expect(toEpcQr(FIELDS)).toBe(
      'BCD\n002\n1\nSCT\n\nMax Mustermann\nDE89370400440532013000\nEUR99.99\n\n\nInvoice 2026-001',
    );
  });

  test('says reference and day as Finland does', () => {
    const finnish = toEpcQr({
      bic: 'OKOYFIHH',
      payee: 'Kravia',
      iban: 'FI5050001520011443',
      amountMinor: 48_299,
      reference: { value: 'RF1920260410779', kind: 'rf' },
      dueDate: '2026-12-07' as CalendarDate,
    });
    expect(finnish.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', 'OKOYFIHH', 'Kravia', 'FI5050001520011443', 'EUR482.99'],
      ...['', 'RF1920260410779', '', 'ReqdExctnDt/2026-12-07'],
    ]);
  });

  test.each([
    [1, 'EUR0.01'],
    [10, 'EUR0.10'],
    [1230, 'EUR12.30'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('writes %i cents as %s', (amountMinor, written) => {
    expect(toEpcQr({ ...FIELDS, amountMinor }).split('\n')[7]).toBe(written);
  });

  test('writes names in the letters that every bank takes', () => {
    const nameOf = (payee: string) => toEpcQr({ ...FIELDS, payee }).split('\n')[5];
    expect(nameOf('Bjørn & Sønn Ærlig Ångström Oy')).toBe('Bjorn + Sonn AErlig Angstrom Oy');
    expect(nameOf('Zażółć Straße')).toBe('Zazolc Strasse');
    expect(nameOf('ООО Кофе')).toBe('... ....');
  });

  test.each<[string, Partial<EpcQrFields>]>([
    ['a name of 71 letters', { payee: 'a'.repeat(71) }],
    ['no name', { payee: '' }],
    ['nothing to pay', { amountMinor: 0 }],
    ['a billion', { amountMinor: 100_000_000_000 }],
    ['a text of 141 letters', { reference: { value: 'a'.repeat(141), kind: 'text' } }],
  ])('refuses %s', (_name, change) => {
    expect(() => toEpcQr({ ...FIELDS, ...change })).toThrow(expect.objectContaining({ code: 'PAYMENT_CODE_LIMIT' }));
  });

  test('takes the longest of everything', () => {
    const longest = toEpcQr({
      bic: 'ABCDFIHHXXX',
      payee: 'a'.repeat(70),
      iban: 'MT84MALT011000012345MTLCAST001S',
      amountMinor: 99_999_999_999,
      reference: { value: 'a'.repeat(140), kind: 'text' },
      dueDate: '2026-12-07' as CalendarDate,
    });
    expect(longest.length).toBeLessThanOrEqual(331);
  });
});
