import { describe, expect, test } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { parseSource, parseStrictJson, toInvoice } from '#dist/dintero/index.js';
import { codeOf, copySource, faultOf, readBrand, readFixture, readSource } from './fixtures.ts';

const brand = readBrand('documentation-sample');

describe('a credit note', () => {
  const voided = parseSource(parseStrictJson(readFixture('refused/voided/source.json')));
  const make = (creditNoteNumber: string) => toInvoice(voided, brand, { kind: 'credit-note', creditNoteNumber });

  test('takes the whole invoice back and asks for nothing', () => {
    const invoice = toInvoice(readSource('documentation-sample'), brand);
    const note = make('K-2026-17');
    expect(note).toMatchObject({
      kind: 'credit-note',
      number: 'K-2026-17',
      originalNumber: '16788-000018',
      issueDate: { date: '2026-11-25', origin: 'event' },
      dueDate: null,
      payment: null,
    });
    expect([note.lines, note.vat, note.totals]).toEqual([invoice.lines, invoice.vat, invoice.totals]);
    expect([note.seller, note.buyer, note.references]).toEqual([invoice.seller, invoice.buyer, invoice.references]);
  });

  test.each(['16788-000018', 'K-16788-000018', 'K16788-000018', '16788-000018-K'])('may not be called %s', (number) => {
    expect(faultOf(() => make(number))).toMatchObject({ code: 'CREDIT_NOTE_NUMBER_TAKEN', kind: 'usage' });
  });

  test.each(['16788-0000181', '116788-000018', '16788-000019', '1'])('may be called %s', (number) => {
    expect(make(number).number).toBe(number);
  });

  test('needs a number, and a cancelled transaction', () => {
    expect(codeOf(() => make(''))).toBe('CREDIT_NOTE_NUMBER_MISSING');
    const options = { kind: 'credit-note', creditNoteNumber: 'K-1' } as const;
    const fault = faultOf(() => toInvoice(readSource('documentation-sample'), brand, options));
    expect(fault.code).toBe('NOT_VOIDED');
    expect(fault.hint).toContain('fakturapress void P12345678.4ZkDvyB8hVcPVyqGLJzzFo');
  });

  test('needs no payment details, which may never have been given', () => {
    const source = structuredClone(voided);
    for (const key of Object.keys(source.transaction.metadata ?? {})) {
      if (key.startsWith('kravia:payment_details')) delete source.transaction.metadata?.[key];
    }
    expect(toInvoice(source, brand, { kind: 'credit-note', creditNoteNumber: 'K-1' }).payment).toBeNull();
  });
});

describe('a credit note of what was cancelled before capture', () => {
  const options = { kind: 'credit-note', creditNoteNumber: 'K-1' } as const;

  function cancelUncaptured(capture: { event: string; success: boolean } | null) {
    const source = copySource('documentation-sample');
    const { transaction } = source;
    transaction.status = 'AUTHORIZATION_VOIDED';
    transaction.metadata = {};
    transaction.events?.pop();
    if (capture) transaction.events?.push({ created_at: '2026-11-23T08:00:00Z', ...capture });
    transaction.events?.push({ event: 'VOID', success: true, created_at: '2026-11-25T10:00:00Z' });
    return source;
  }

  test.each([null, { event: 'INITIATE_CAPTURE', success: false }])('is refused as nothing to credit: %j', (capture) => {
    const fault = faultOf(() => toInvoice(cancelUncaptured(capture), brand, options));
    expect(fault).toMatchObject({ code: 'NOTHING_TO_CREDIT', kind: 'input', path: 'transaction.events' });
    expect(fault.message).toContain('no invoice was ever issued');
    expect(fault.hint).not.toMatch(/fetch|wait/i);
  });

  test('is another matter than a captured one whose number is not there yet', () => {
    const source = cancelUncaptured({ event: 'INITIATE_CAPTURE', success: true });
    expect(codeOf(() => toInvoice(source, brand, options))).toBe('PAYMENT_DETAILS_MISSING');
  });

  test('is not suspected where the events are not at hand', () => {
    const source = cancelUncaptured(null);
    source.transaction.events = null;
    source.transaction.metadata = { 'kravia:invoice_number': '16788-000018' };
    expect(toInvoice(source, brand, options).originalNumber).toBe('16788-000018');
  });
});

describe('the state', () => {
  test('what is not captured tells how to go on', () => {
    const source = copySource('documentation-sample');
    source.transaction.events?.pop();
    expect(faultOf(() => toInvoice(source, brand))).toMatchObject({
      code: 'NOT_CAPTURED',
      message:
        'The transaction is AUTHORIZED, but has no INITIATE_CAPTURE event, so Kravia has given no payment details.',
      hint: 'Capture it first:  fakturapress capture P12345678.4ZkDvyB8hVcPVyqGLJzzFo',
    });
  });

  test('a capture that failed and was done again counts', () => {
    const source = copySource('documentation-sample');
    source.transaction.events?.splice(2, 0, {
      event: 'INITIATE_CAPTURE',
      success: false,
      created_at: '2026-11-22T08:00:00Z',
    });
    expect(toInvoice(source, brand).number).toBe('16788-000018');
  });

  test('parts that were captured one by one add up', () => {
    const source = copySource('documentation-sample');
    const capture = source.transaction.events?.[2];
    if (capture) capture.amount = 20000;
    expect(codeOf(() => toInvoice(source, brand))).toBe('CAPTURE_PARTIAL');
    source.transaction.events?.push({ event: 'INITIATE_CAPTURE', amount: 30000, created_at: '2026-11-24T08:00:00Z' });
    expect(toInvoice(source, brand).totals.payableMinor).toBe(50000);
  });

  test('a cancellation that failed is none', () => {
    const source = copySource('documentation-sample');
    source.transaction.events?.push({ event: 'VOID', success: false, created_at: '2026-11-24T08:00:00Z' });
    expect(toInvoice(source, brand).number).toBe('16788-000018');
  });

  test.each(['CAPTURED', 'PARTIALLY_CAPTURED'])('%s is a paid invoice, also without events', (status) => {
    const source = copySource('documentation-sample');
    source.transaction.status = status;
    source.transaction.events = null;
    source.transaction.created_at = '2026-11-23T08:00:00Z';
    expect(toInvoice(source, brand).number).toBe('16788-000018');
  });

  test('without a product the one that the session enables counts', () => {
    const source = copySource('documentation-sample');
    source.transaction.payment_product_type = null;
    expect(toInvoice(source, brand).number).toBe('16788-000018');
    source.session.configuration = { kravia: { invoice_b2b: {}, invoice_b2b_grouped: {} } };
    expect(codeOf(() => toInvoice(source, brand))).toBe('PRODUCT_UNSUPPORTED');
    source.session.configuration = { kravia: { invoice_b2b: { enabled: false }, invoice_b2b_grouped: {} } };
    expect(codeOf(() => toInvoice(source, brand))).toBe('GROUPED_INVOICE');
  });
});

describe('payment details', () => {
  const IBAN = 'kravia:payment_details:bank_account:iban';
  const BBAN = 'kravia:payment_details:bank_account:bban';

  test('a KID keeps its leading zeros', () => {
    const source = copySource('documentation-sample');
    if (source.transaction.metadata) source.transaction.metadata['kravia:payment_details:kid'] = '00012345674';
    expect(toInvoice(source, brand).payment).toMatchObject({ kid: '00012345674', kidKind: 'kid-mod10' });
  });

  test('the rule follows the country of the account', () => {
    const kinds = ['four-vat-rates', 'sweden-b2b', 'finland-b2b', 'finland-consumer'].map(
      (name) => toInvoice(readSource(name), readBrand(name)).payment?.kidKind,
    );
    expect(kinds).toEqual(['kid-mod11', 'ocr', 'rf', 'viitenumero']);
  });

  test('an IBAN alone will do', () => {
    const source = copySource('documentation-sample');
    delete source.transaction.metadata?.[BBAN];
    expect(toInvoice(source, brand).payment).toMatchObject({ bban: null, iban: 'NO0215063092174' });
  });

  test('a bank of another country than the account is a doubt', () => {
    const source = copySource('documentation-sample');
    if (source.transaction.metadata)
      source.transaction.metadata['kravia:payment_details:bank_account:swift'] = 'DABADKKK';
    expect(toInvoice(source, brand).warnings.map((warning) => warning.ruleId)).toEqual(['source-bic-country']);
  });

  test('every other character in a reference is refused or changes nothing but itself', () => {
    const original = readSource('documentation-sample').transaction.metadata?.[IBAN] ?? '';
    for (const mark of ['0', 'O', 'I', ' ', '\u00A0', '\u200B', '\uFF10', '\u0660', '\u041E', '-', '.']) {
      for (let at = 0; at <= original.length; at += 1) {
        const source = copySource('documentation-sample');
        const spoiled = original.slice(0, at) + mark + original.slice(at);
        if (source.transaction.metadata) source.transaction.metadata[IBAN] = spoiled;
        expect(faultOf(() => toInvoice(source, brand))).toBeInstanceOf(Fault);
      }
    }
  });
});

test('the same source gives the same invoice, and is left as it was', () => {
  const source = readSource('classic-comp');
  const before = JSON.stringify(source);
  const first = toInvoice(source, brand);
  expect(toInvoice(source, brand)).toEqual(first);
  expect(JSON.stringify(source)).toBe(before);
});
