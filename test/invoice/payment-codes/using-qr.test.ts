import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '#dist/base/index.js';
import { toUsingQr, type UsingQrFields } from '#dist/invoice/index.js';

const day = (text: string) => text as CalendarDate;

const DOMESTIC: UsingQrFields = {
  name: 'Testbolaget AB',
  companyId: '556677-8899',
  country: 'SE',
  reference: '102343',
  issueDate: day('2026-10-01'),
  dueDate: day('2026-10-31'),
  amountMinor: 1_250_000,
  currency: 'SEK',
  account: { type: 'BG', number: '5050-1055' },
};

const FOREIGN: UsingQrFields = {
  ...DOMESTIC,
  name: 'Test company AB',
  companyId: '555555-5555',
  reference: '934000000000159',
  issueDate: day('2012-02-15'),
  dueDate: day('2012-02-15'),
  amountMinor: 1075,
  currency: 'DKK',
  account: { type: 'IBAN', number: 'DK4830004073013895', bic: 'DABADKKK' },
  bankPlace: '1092 Köpenhamn',
};

describe('a UsingQR code', () => {
  test('within Sweden', () => {
    expect(toUsingQr(DOMESTIC)).toBe(
      '{"uqr":1,"tp":1,"nme":"Testbolaget AB","cid":"556677-8899","iref":"102343","idt":"20261001","ddt":"20261031","due":12500,"pt":"BG","acc":"5050-1055"}',
    );
  });

  test('to another country, with what is not ASCII as escapes of the same meaning', () => {
    const official =
      '{"uqr":1,"tp":1,"nme":"Test company AB","cid":"555555-5555","cc":"SE","iref":"934000000000159","idt":"20120215","ddt":"20120215","due":10.75,"cur":"DKK","pt":"IBAN","acc":"DK4830004073013895","bc":"DABADKKK","adr":"1092 Köpenhamn"}';
    expect(toUsingQr(FOREIGN)).toBe(official.replace('ö', '\\u00f6'));
    expect(JSON.parse(toUsingQr(FOREIGN))).toEqual(JSON.parse(official));
  });

  test.each([
    [1, '0.01'],
    [10, '0.1'],
    [1075, '10.75'],
    [1_250_050, '12500.5'],
    [9_007_199_254_740_991, '90071992547409.91'],
  ])('%i öre are due as %s', (amountMinor, due) => {
    expect(toUsingQr({ ...DOMESTIC, amountMinor })).toContain(`"due":${due},`);
  });

  test('holds quotes and emoji as JSON does', () => {
    const name = 'Å "Kaffe" \\ 😀 AB';
    expect(toUsingQr({ ...DOMESTIC, name })).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(toUsingQr({ ...DOMESTIC, name })).nme).toBe(name);
  });

  test.each<[string, Partial<UsingQrFields>]>([
    ['nothing to pay', { amountMinor: 0 }],
    ['a negative amount', { amountMinor: -1 }],
    ['a giro number in another currency', { currency: 'EUR' }],
    ['a name that no reader would take', { name: 'Ö'.repeat(60) }],
  ])('refuses %s', (_name, change) => {
    expect(() => toUsingQr({ ...DOMESTIC, ...change })).toThrow(
      expect.objectContaining({ code: 'PAYMENT_CODE_LIMIT' }),
    );
  });
});
