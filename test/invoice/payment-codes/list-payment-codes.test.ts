import { describe, expect, test } from 'vitest';
import { type Invoice, listPaymentCodes, type PaymentCodeChoice } from '#dist/invoice/index.js';
import { sampleCreditNote, sampleInvoice } from '../../template/sample-invoice.ts';

const SWEDISH = {
  kid: '771003010226',
  kidKind: 'ocr',
  iban: 'SE2950000000052011448827',
  bic: 'ESSESESS',
  payee: 'Kravia',
} as const;
const FINNISH = {
  kid: 'RF9811112',
  kidKind: 'rf',
  bban: null,
  iban: 'FI3715903000000776',
  bic: 'OKOYFIHH',
  payee: 'Kravia',
} as const;

const norwegian = sampleInvoice();
const swedish = sampleInvoice({ currency: 'SEK', payment: { ...SWEDISH, bban: '50501055' } });
const finnish = sampleInvoice({ currency: 'EUR', payment: FINNISH });

const standardsOf = (invoice: Invoice, choice: PaymentCodeChoice) =>
  listPaymentCodes(invoice, choice).map(({ standard }) => standard);

describe('codes that an invoice carries', () => {
  test('where its country has a standard', () => {
    expect(standardsOf(norwegian, 'auto')).toEqual([]);
    expect(standardsOf(swedish, 'auto')).toEqual(['usingqr']);
    expect(standardsOf(finnish, 'auto')).toEqual(['virtual-barcode', 'epc']);
  });

  test('wherever one can be made', () => {
    expect(standardsOf(norwegian, true)).toEqual(['usingqr']);
    const german = { ...FINNISH, iban: 'DE89370400440532013000' };
    expect(standardsOf(sampleInvoice({ currency: 'EUR', payment: german }), true)).toEqual(['epc']);
    expect(standardsOf(sampleInvoice({ currency: 'EUR', payment: german }), 'auto')).toEqual([]);
  });

  test.each([norwegian, swedish, finnish])('never, where none is wanted', (invoice) => {
    expect(standardsOf(invoice, false)).toEqual([]);
  });

  test('a bankgiro number, else a plusgiro number, else the IBAN', () => {
    const payloadOf = (bban: string | null) =>
      JSON.parse(
        listPaymentCodes(sampleInvoice({ currency: 'SEK', payment: { ...SWEDISH, bban } }), 'auto')[0]?.payload ?? '',
      );
    expect(payloadOf('50501055')).toMatchObject({ pt: 'BG', acc: '5050-1055', iref: '771003010226', due: 17_086.5 });
    expect(payloadOf('9912346')).toMatchObject({ pt: 'BG', acc: '991-2346' });
    expect(payloadOf('18')).toMatchObject({ pt: 'PG', acc: '1-8' });
    expect(payloadOf(null)).toMatchObject({ pt: 'IBAN', acc: SWEDISH.iban, bc: 'ESSESESS', cc: 'NO', cur: 'SEK' });
  });

  test('a Norwegian account number, as bookkeeping there reads it', () => {
    const [code] = listPaymentCodes(norwegian, true);
    expect(JSON.parse(code?.payload ?? '')).toMatchObject({
      ...{ nme: 'Fjord Kaffe AS', cid: '988077917 MVA', cc: 'NO', cur: 'NOK' },
      ...{ pt: 'BBAN', acc: '15063092174', bc: 'DNBANOKKXXX', iref: '300000019497814' },
    });
  });

  test('an RF reference with letters has no bank bar code', () => {
    const payment = { ...FINNISH, kid: 'RF97C2H5OH' };
    expect(standardsOf(sampleInvoice({ currency: 'EUR', payment }), 'auto')).toEqual(['epc']);
  });

  test.each<[string, Invoice]>([
    ['a credit note', sampleCreditNote()],
    ['nothing to pay', { ...finnish, totals: { ...finnish.totals, payableMinor: 0 } }],
    ['money to get back', { ...finnish, totals: { ...finnish.totals, payableMinor: -100 } }],
    ['no day to pay by', { ...finnish, dueDate: null }],
    ['no payment details', { ...finnish, payment: null }],
    ['euros to a Swedish account by giro', { ...swedish, currency: 'NOK' }],
    ['kroner to a Finnish account', { ...finnish, currency: 'SEK' }],
    ['euros to a Norwegian account, unasked', { ...norwegian, currency: 'EUR' }],
  ])('none with %s', (_name, invoice) => {
    expect(standardsOf(invoice, 'auto')).toEqual([]);
  });

  test('what a code cannot say is refused, not cut', () => {
    const payment = { ...FINNISH, payee: 'Kravia '.repeat(12) };
    expect(() => listPaymentCodes(sampleInvoice({ currency: 'EUR', payment }), 'auto')).toThrow(
      expect.objectContaining({ code: 'PAYMENT_CODE_LIMIT' }),
    );
  });

  test('a document without its seller is not told who is paid', () => {
    expect(standardsOf({ ...finnish, seller: null }, 'auto')).toEqual(['virtual-barcode']);
    expect(standardsOf({ ...swedish, seller: null }, 'auto')).toEqual([]);
  });
});
