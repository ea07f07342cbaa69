import { describe, expect, it } from 'vitest';
import { compareRead } from '#dist/check/compare-witness.js';
import { compareWitness } from '#dist/index.js';
import { makePdf } from '../readback/make-pdf.ts';
import { makeOther, type Put, putInvoice } from './other-page.ts';
import { makeSpecimen } from './specimen.ts';

const compare = (puts: readonly Put[], ours = makeSpecimen()) => compareRead(ours, makeOther(puts));
const told = (puts: readonly Put[]) =>
  compare(puts).findings.map(({ ruleId, field, expected, found }) => [ruleId, field, expected, found]);

describe('Kravia’s own document', () => {
  it('agrees in number, reference, account, due date and sum, each as ours prints it', () => {
    const { verdict, findings, facts, channels } = compare(putInvoice());
    expect([verdict, findings]).toEqual(['valid', []]);
    expect(facts).toEqual({
      invoiceNumber: '16788-000018',
      kid: '300000019497814',
      bban: '15063092174',
      iban: 'NO0215063092174',
      dueDate: '7.12.2026',
      payable: '1 250,00',
    });
    expect(channels.text).toBe('labelled');
  });

  it.each([
    ['16788-000018', '16788-000019', 'invoiceNumber', '16788-000018'],
    ['300000019497814', '300000019497913', 'kid', '300000019497814'],
    ['1506.30.92174', '1506.30.92182', 'bban', '15063092174'],
    ['NO02 1506 3092 174', 'NO93 8601 1117 947', 'iban', 'NO0215063092174'],
    ['07.12.2026', '06.12.2026', 'dueDate', '7.12.2026'],
    ['NOK 1 250,00', 'NOK 1 000,00', 'payable', '1 250,00'],
  ])('that says %s as %s is another invoice', (right, wrong, field, ours) => {
    expect(told(putInvoice({ [right]: wrong }))).toEqual([['witness-differs', field, ours, wrong]]);
    expect(compare(putInvoice({ [right]: wrong })).verdict).toBe('invalid');
  });

  it('confirms an account by the form that it prints', () => {
    const noIban = putInvoice({ IBAN: '', 'NO02 1506 3092 174': '' });
    expect(told(noIban)).toEqual([]);
    // Ours prints the IBAN alone, the witness the national account: the one is within the other.
    const ours = makeSpecimen(['drop bban']);
    expect(compare(noIban, ours).facts).toMatchObject({ bban: 'NO0215063092174' });
    const other = putInvoice({ IBAN: '', 'NO02 1506 3092 174': '', '1506.30.92174': '1506.30.92182' });
    expect(compare(other, ours).findings).toMatchObject([{ ruleId: 'witness-differs', field: 'bban' }]);
  });

  it('that is silent of a field leaves a doubt, and confirms the rest', () => {
    const silent = putInvoice({ KID: 'Husk', 'Forfallsdato:': 'Dato', '07.12.2026': '' });
    const { verdict, findings, facts } = compare(silent);
    expect(verdict).toBe('valid');
    expect(findings.map(({ ruleId, field, severity }) => [ruleId, field, severity])).toEqual([
      ['witness-silent', 'kid', 'warning'],
      ['witness-silent', 'dueDate', 'warning'],
    ]);
    expect(Object.keys(facts)).toEqual(['invoiceNumber', 'bban', 'iban', 'payable']);
  });

  it('that says nothing at all is no witness', () => {
    expect(told([])).toEqual([['witness-mute', null, null, null]]);
    expect(told([[50, 50, 'Velkommen til Kravia']])).toEqual([['witness-mute', null, null, null]]);
    expect(compare([]).verdict).toBe('invalid');
  });

  it('is not asked for what ours does not state', () => {
    expect(compare(putInvoice(), makeSpecimen(['drop dueDate'])).findings).toEqual([]);
  });
});

it('reads bytes, and says which file cannot be read', async () => {
  const page = await makePdf((doc) => {
    for (const [x, y, text, size = 10] of putInvoice())
      doc.fontSize(size).text(text, x, y - size, { lineBreak: false });
  });
  const report = await compareWitness(page, page);
  expect([report.verdict, Object.keys(report.facts)]).toEqual([
    'valid',
    ['invoiceNumber', 'kid', 'bban', 'iban', 'dueDate', 'payable'],
  ]);
  for (const [ours, theirs, where] of [
    [page, Buffer.from('<!doctype html>'), 'the witness'],
    [Buffer.from('<!doctype html>'), page, 'our document'],
  ] as const) {
    const { verdict, findings } = await compareWitness(ours, theirs);
    expect(verdict).toBe('invalid');
    expect(findings).toMatchObject([{ ruleId: 'witness-unreadable', channel: 'bytes' }]);
    expect(findings[0]?.message).toContain(where);
  }
}, 120_000);
