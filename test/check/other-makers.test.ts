import { describe, expect, it } from 'vitest';
import { checkDocument } from '#dist/check/index.js';
import type { Invoice } from '#dist/invoice/index.js';
import { makeOther, type Put, putInvoice, SELLER } from './other-page.ts';
import { INVOICE, makeSpecimen } from './specimen.ts';

const check = (puts: readonly Put[], invoice: Invoice = INVOICE) => checkDocument(makeOther(puts), invoice);
const errorsOf = (puts: readonly Put[], invoice?: Invoice) =>
  check(puts, invoice)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ ruleId, field, found }) => [ruleId, field, found]);

describe('a document of another maker that says what the session says', () => {
  it('is valid, with what its labels told, which channels were silent, and a doubt', () => {
    const { verdict, findings, facts, channels } = check(putInvoice());
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([['facts-unmarked', 'warning']]);
    expect(verdict).toBe('valid');
    expect(facts).toEqual({
      invoiceNumber: '16788-000018',
      kid: '300000019497814',
      bban: '1506.30.92174',
      iban: 'NO02 1506 3092 174',
      dueDate: '07.12.2026',
      payable: 'NOK 1 250,00',
    });
    expect(channels).toEqual({
      text: 'labelled',
      structure: 'silent',
      barcode: 'silent',
      attachment: 'silent',
      metadata: 'silent',
      visual: 'unasked',
    });
  });

  it('is doubted where it leaves out who sells, or writes it otherwise', () => {
    const { verdict, findings } = check(putInvoice({ [SELLER]: 'FJORD KAFFE' }));
    expect(verdict).toBe('valid');
    expect(findings.map(({ ruleId, field, severity }) => [ruleId, field, severity])).toEqual([
      ['facts-unmarked', null, 'warning'],
      ['fact-unmentioned', 'seller.name', 'warning'],
      ['fact-unmentioned', 'seller.organizationNumber', 'warning'],
      ['fact-unmentioned', 'seller.address', 'warning'],
    ]);
  });

  it('needs one form of the account', () => {
    expect(errorsOf(putInvoice({ IBAN: '', 'NO02 1506 3092 174': '' }))).toEqual([]);
    expect(errorsOf(putInvoice({ Kontonummer: '', '1506.30.92174': '' }))).toEqual([]);
    expect(errorsOf(putInvoice({ IBAN: '', 'NO02 1506 3092 174': '', Kontonummer: '', '1506.30.92174': '' }))).toEqual([
      ['claim-missing', 'bban', null],
    ]);
  });

  it('is no proof in strict validation', () => {
    const { findings } = checkDocument(makeOther(putInvoice()), INVOICE, { strict: true });
    expect(findings).toMatchObject([{ ruleId: 'facts-unmarked', severity: 'error' }]);
  });
});

describe('a document of another maker is invalid by the field that is another:', () => {
  it.each([
    ['16788-000018', '16788-000081', 'invoiceNumber'],
    ['300000019497814', '300000019497841', 'kid'],
    ['1506.30.92174', '1506.30.92182', 'bban'],
    ['NO02 1506 3092 174', 'NO93 8601 1117 947', 'iban'],
    ['07.12.2026', '08.12.2026', 'dueDate'],
    ['NOK 1 250,00', 'NOK 1 205,00', 'payable'],
    ['NOK 1 250,00', 'SEK 1 250,00', 'payable'],
  ])('%s as %s', (right, wrong, field) => {
    expect(errorsOf(putInvoice({ [right]: wrong }))).toEqual([['claim-differs', field, wrong]]);
  });

  it.each([
    ['450,00', '540,00', 'line.2.amount'],
    ['Sum mva 202,00', 'Sum mva 220,00', 'vatTotal'],
    ['Mva 15 % av 600,00: 90,00', 'Mva 15 % av 600,00: 99,00', 'vat.1500.vat'],
  ])('%s as %s, which no label is asked for', (right, wrong, field) => {
    expect(errorsOf(putInvoice({ [right]: wrong }))).toEqual([['fact-unmentioned', field, null]]);
    const found = wrong.slice(-'220,00'.length).trim();
    expect(check(putInvoice({ [right]: wrong })).findings).toContainEqual(
      expect.objectContaining({ ruleId: 'figure-unexplained', severity: 'warning', found }),
    );
  });

  it('a second account beside the right one', () => {
    const other: Put = [56, 800, 'Overføring til utlandet: NO93 8601 1117 947'];
    expect(errorsOf([...putInvoice(), other])).toEqual([['claim-differs', 'iban', 'NO93 8601 1117 947']]);
  });

  it('a second sum to pay', () => {
    const other: Put = [56, 800, 'Å betale NOK 1 350,00'];
    expect(errorsOf([...putInvoice(), other])).toEqual([['claim-differs', 'payable', 'NOK 1 350,00']]);
  });

  it('a value without its name, and what was seen in its place', () => {
    expect(errorsOf(putInvoice({ KID: 'Husk' }))).toEqual([['claim-missing', 'kid', null]]);
    const unnamed = putInvoice({ 'Å betale': 'Beløp', 'NOK 1 250,00': '1 205,00' });
    expect(errorsOf(unnamed)).toEqual([['claim-missing', 'payable', '1 205,00']]);
  });
});

describe('a document of ours without its marks', () => {
  it('is not taken for somebody else’s', () => {
    const edits = ['unmark all', 'xmp fakturapress:template = classic 1.0.0'];
    expect(checkDocument(makeSpecimen(edits), INVOICE).findings).toContainEqual(
      expect.objectContaining({ ruleId: 'facts-unmarked', severity: 'error' }),
    );
  });
});

it('in Swedish, Finnish and English is understood alike', () => {
  const pages: readonly (readonly [Partial<Invoice>, readonly Put[]])[] = [
    [
      { currency: 'SEK', payment: pay('771003010226', 'SE2950000000052011448827', '991-2346') },
      [
        [50, 50, 'Fakturanummer 16788-000018'],
        [50, 64, 'Förfallodatum 2026-12-07'],
        [50, 78, 'Att betala 1 250,00 SEK'],
        [50, 92, 'Bankgiro 991-2346'],
        [50, 106, 'OCR-nummer 771003010226'],
      ],
    ],
    [
      { currency: 'EUR', payment: pay('RF1920260410779', 'FI5050001520011443', null) },
      [
        [50, 50, 'Laskun numero 16788-000018'],
        [50, 64, 'Eräpäivä 7.12.2026'],
        [50, 78, 'Maksettava yhteensä 1 250,00 €'],
        [50, 92, 'Saajan tili FI50 5000 1520 0114 43'],
        [50, 106, 'Viitenumero RF19 2026 0410 779'],
      ],
    ],
    [
      { currency: 'EUR', payment: pay('RF1920260410779', 'FI5050001520011443', null) },
      [
        [50, 50, 'Invoice number 16788-000018'],
        [50, 64, 'Due date 7 Dec 2026'],
        [50, 78, 'Amount due EUR 1,250.00'],
        [50, 92, 'IBAN FI5050001520011443'],
        [50, 106, 'Payment reference RF19 2026 0410 779'],
      ],
    ],
  ];
  for (const [invoice, puts] of pages) {
    const { facts, findings } = check(puts, { ...INVOICE, seller: null, ...invoice });
    expect(findings.filter(({ ruleId }) => ruleId.startsWith('claim-'))).toEqual([]);
    expect(Object.keys(facts)).toHaveLength(5);
  }
});

function pay(kid: string, iban: string, bban: string | null): NonNullable<Invoice['payment']> {
  if (INVOICE.payment === null) throw new Error('the specimen is paid');
  return { ...INVOICE.payment, kid, iban, bban };
}
