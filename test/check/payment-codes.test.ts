import { describe, expect, test } from 'vitest';
import { readCode } from '#dist/check/codes/index.js';
import { INVOICE } from './specimen.ts';

const USING = {
  uqr: 1,
  tp: 1,
  nme: 'Fjord Kaffe AS',
  cid: '988077917 MVA',
  cc: 'NO',
  iref: '300000019497814',
  idt: '20261123',
  ddt: '20261207',
  due: 1250,
  cur: 'NOK',
  pt: 'BBAN',
  acc: '15063092174',
  bc: 'DNBANOKKXXX',
};

const wrong = (payload: string, invoice = INVOICE) =>
  readCode(payload, invoice)
    ?.filter((field) => !field.right)
    .map(({ field }) => field);

describe('UsingQR', () => {
  test('is right as it should be, in either account', () => {
    expect(wrong(JSON.stringify(USING))).toEqual([]);
    expect(wrong(JSON.stringify({ ...USING, pt: 'IBAN', acc: 'NO0215063092174', bc: 'DNBANOKK' }))).toEqual([]);
  });

  test.each<[string, object]>([
    ['kid', { iref: '300000019497822' }],
    ['payable', { due: 1250.5 }],
    ['payable', { due: '1.250' }],
    ['dueDate', { ddt: '20271207' }],
    ['invoiceDate', { idt: '20261124' }],
    ['currency', { cur: 'SEK' }],
    ['bban', { acc: '86011117947' }],
    ['bic', { bc: 'NDEANOKK' }],
    ['seller.name', { nme: 'Fjord Kaffe' }],
    ['seller.organizationNumber', { cid: '988077916' }],
    ['code', { tp: 2 }],
    ['code', { pt: 'SWISH' }],
    ['code', { url: 'https://pay.example' }],
  ])('is wrong about %s', (field, change) => {
    expect(wrong(JSON.stringify({ ...USING, ...change }))).toEqual([field]);
  });

  test('is wrong where a field is missing, or stands twice', () => {
    const { acc: _, ...without } = USING;
    expect(wrong(JSON.stringify(without))).toEqual(['bban', 'code']);
    expect(wrong(JSON.stringify(USING).replace('}', ',"due":1}'))).toEqual(['code']);
  });
});

describe('EPC and Finland’s bank bar code', () => {
  const finnish = {
    ...INVOICE,
    currency: 'EUR' as const,
    payment: {
      kid: '559582243294671',
      kidKind: 'viitenumero' as const,
      bban: null,
      iban: 'FI5810171000000122',
      bic: 'NDEAFIHH',
      payee: 'Øst & Sønn Oy',
    },
    totals: { ...INVOICE.totals, payableMinor: 48299 },
    dueDate: { date: '2012-01-31' as never, origin: 'event' as const },
  };

  test('are read by the guides’ own examples', () => {
    expect(wrong('458101710000001220004829900000000559582243294671120131', finnish)).toEqual([]);
    expect(wrong('458101710000001220004829900000000559582243294671120130', finnish)).toEqual(['dueDate']);
    const rf = { ...finnish, payment: { ...finnish.payment, kid: 'RF61698756720839', iban: 'FI0250004640001302' } };
    const due = { ...rf, dueDate: null, totals: { ...rf.totals, payableMinor: 69380 } };
    expect(wrong('502500046400013020006938061000000000698756720839000000', due)).toEqual(['dueDate']);
  });

  test('take a name for itself that lost its letters on the way to a bank, and no other', () => {
    const code = (name: string) =>
      `BCD\n002\n1\nSCT\n\n${name}\nFI5810171000000122\nEUR482.99\n\n559582243294671\n\nReqdExctnDt/2012-01-31`;
    expect(wrong(code('Ost + Sonn Oy'), finnish)).toEqual([]);
    expect(wrong(code('Øst & Sønn Oy'), finnish)).toEqual([]);
    expect(wrong(code('Ost + Sonn Ab'), finnish)).toEqual(['payee']);
    // Without the brand nobody knows who is paid.
    expect(wrong(code('Ost + Sonn Ab'), { ...finnish, seller: null })).toEqual([]);
  });

  test('say by the letter of EPC069-12 how they are written', () => {
    const code = (form: string, end: string) =>
      `BCD\n${form}\nSCT\nOKOYFIHH\nOst + Sonn Oy\nFI5810171000000122\nEUR482.99\n\n559582243294671${end}`;
    const due = '\n\nReqdExctnDt/2012-01-31';
    const bic = { ...finnish, payment: finnish.payment && { ...finnish.payment, bic: 'OKOYFIHH' } };
    expect(wrong(code('002\n1', due), bic)).toEqual([]);
    expect(wrong(code('001\n1', due), bic)).toEqual([]);
    expect(wrong(code('002\n1', ''), bic)).toEqual([]);
    // Another character set than UTF-8, a version that there is not, and a separator behind the last line.
    expect(wrong(code('002\n7', due), bic)).toEqual(['code']);
    expect(wrong(code('003\n1', due), bic)).toEqual(['code']);
    expect(wrong(code('002\n1', '\n'), bic)).toEqual(['code']);
  });

  test('are none where nothing is to be paid', () => {
    expect(readCode('BCD\n002\n1\nSCT', { ...INVOICE, payment: null })).toBeNull();
  });
});
