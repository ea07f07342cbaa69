import { afterAll, describe, expect, test } from 'vitest';
import { checkDocument, UNREADABLE, validateDocument } from '#dist/check/index.js';
import { createReader, type Reader } from '#dist/readback/index.js';
import { makePdf, writePdf } from '../readback/make-pdf.ts';
import { INVOICE, makeSpecimen } from './specimen.ts';

const reader: Reader = createReader();
afterAll(() => reader.close());

describe('a file that cannot be read is invalid, by a rule of its own', () => {
  test.each([
    ['file-damaged', async () => Buffer.from('<!doctype html>')],
    ['file-encrypted', async () => makePdf((doc) => doc.text('x', 50, 50), { userPassword: 'secret' })],
    ['file-too-large', async () => new Uint8Array(20 * 1024 * 1024 + 1)],
    ['file-empty', async () => writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'])],
  ])('%s', async (ruleId, make) => {
    const report = await validateDocument(await make(), INVOICE, { reader });
    expect(report).toMatchObject({ verdict: 'invalid', findings: [{ ruleId, severity: 'error', channel: 'bytes' }] });
    expect(report.facts).toEqual({});
  });

  test('whose ids no rule has', () => {
    const ids = Object.values(UNREADABLE).map(({ ruleId }) => ruleId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("somebody else's document", () => {
  test('without marks is told so, and found right by its labels', () => {
    const { verdict, findings } = checkDocument(makeSpecimen(['unmark all']), INVOICE);
    expect(verdict).toBe('valid');
    expect(findings).toMatchObject([{ ruleId: 'facts-unmarked', severity: 'warning', field: null }]);
  });

  test('is told which of the important figures it has otherwise', () => {
    const { verdict, findings } = checkDocument(makeSpecimen(['unmark all']), { ...INVOICE, number: '16788-000019' });
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([
      { ruleId: 'facts-unmarked', field: null },
      { ruleId: 'claim-differs', field: 'invoiceNumber', expected: '16788-000019', found: '16788-000018' },
    ]);
  });

  test('made by hand and untagged is read all the same', async () => {
    const bytes = await makePdf(
      (doc) => {
        doc.text('Invoice no. 16788-000018', 50, 50);
        doc.text('KID: 300000019497814', 50, 80);
        doc.text('IBAN NO02 1506 3092 174', 50, 110);
        doc.text('Kontonr 1506.30.92174', 50, 140);
        doc.text('Å betale NOK 1 250,00 forfall 07.12.2026', 50, 170);
      },
      { tagged: false },
    );
    const { verdict, findings, facts } = await validateDocument(bytes, INVOICE, { reader, language: 'nb' });
    expect(Object.keys(facts)).toEqual(['invoiceNumber', 'kid', 'bban', 'iban', 'dueDate', 'payable']);
    // It is a slip, and no invoice: nothing of what was sold stands on it.
    expect(verdict).toBe('invalid');
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(new Set(errors.map(({ ruleId }) => ruleId))).toEqual(new Set(['fact-unmentioned']));
    expect(errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['line.1.amount', 'line.2.amount', 'line.3.amount', 'vatTotal']),
    );
  });
});

test('a wrong reference that fails its check digit too says so', () => {
  const [finding] = checkDocument(makeSpecimen(['kid: 300000019497841']), INVOICE).findings;
  expect(finding).toMatchObject({
    field: 'kid',
    found: '300000019497841',
    message:
      'Unexpected "300000019497841", whose check digit is wrong too, in kid on page 1, expected "300000019497814"',
  });
  const [other] = checkDocument(makeSpecimen(['kid: 300000016788314']), INVOICE).findings;
  expect(other?.message).toBe('Unexpected "300000016788314" in kid on page 1, expected "300000019497814"');
});

test('without its brand an invoice asserts neither seller nor payee', () => {
  const { findings, facts } = checkDocument(makeSpecimen(), { ...INVOICE, seller: null });
  expect(findings).toEqual([]);
  expect(facts).not.toHaveProperty('seller.name');
  expect(facts).toHaveProperty('payable');
});

describe('text that is not marked, without the brand', () => {
  const severitiesOf = (text: string) =>
    checkDocument(makeSpecimen([`text ${text}`]), { ...INVOICE, seller: null }).findings.map((finding) => [
      finding.ruleId,
      finding.severity,
    ]);

  test.each([
    'Kontonr 1506 30 92175',
    'Kontonr 1506.30.92175',
    'Kontonr 15063092175',
    'IBAN NO03 1506 3092 175',
    'IBAN SE45 5000 0000 0583 9825 7466',
    'Bankgiro 991-2346',
    'Bankgiro 5050-1055',
    'Plusgiro 12 34 56-7',
    'Plusgiro 123456-7',
    'KID 300000019497841',
    'KID +3000000194978410',
    'Å betale 560,00 NOK',
    'Totalt kr 560',
    'Forfall 8.12.2026',
    'Forsinkelsesrente 12,5 %',
  ])('is an error where it is "%s"', (text) => {
    expect(severitiesOf(text)).toEqual([['figure-unexplained', 'error']]);
  });

  test.each([
    'Tlf. 22 00 00 01',
    'Tel. 08-123 45 67',
    'Tel. 0771-1234',
    'Puh. 050 123 4567',
    'Org.nr. 974 760 673',
    'Org.nr 556677-8899',
    'Y-tunnus 2077474-0',
    'CVR 25313763',
    'Momsreg.nr SE556677889901',
  ])('is a doubt where it may be the seller\'s number: "%s"', (text) => {
    expect(severitiesOf(text)).toEqual([['figure-unexplained', 'warning']]);
  });

  test('is no matter where it is a telephone with its country', () => {
    expect(severitiesOf('Tlf. +47 22 00 00 01')).toEqual([]);
  });
});

test("a seller's own word for its invoices is told, not guessed", () => {
  const edits = ['kind: Salgsnota', 'title Salgsnota 16788-000018'];
  expect(checkDocument(makeSpecimen(edits), INVOICE, { documentName: 'Salgsnota' }).findings).toEqual([]);
  expect(checkDocument(makeSpecimen(edits), INVOICE).findings).toMatchObject([{ field: 'kind' }, { field: 'title' }]);
});
