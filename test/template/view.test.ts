import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Invoice, InvoiceLine } from '#dist/invoice/index.js';
import { loadTemplate, parseBrand, prepareTemplate } from '#dist/template/index.js';
import { SAMPLE_BRAND, sampleCreditNote, sampleInvoice } from './sample-invoice.ts';

const template = loadTemplate('classic');

function viewOf(invoice: Invoice, changes: Record<string, unknown> = {}, locale: 'nb' | 'en' = 'nb') {
  const brand = parseBrand({ ...SAMPLE_BRAND, ...changes }, { file: 'brand.json' });
  return prepareTemplate(template, { brand, hasLogo: false, locale }).toView(invoice);
}

/** An invoice of lines with these quantities. */
function withQuantities(...quantities: readonly InvoiceLine['quantity'][]): Invoice {
  const invoice = sampleInvoice();
  const [line] = invoice.lines;
  if (line === undefined) throw new Error('Unexpected lack of lines');
  return { ...invoice, lines: quantities.map((quantity, index) => ({ ...line, position: index + 1, quantity })) };
}

describe('the view of an invoice', () => {
  test('names the document in its language', () => {
    expect(viewOf(sampleInvoice()).document).toMatchObject({
      name: 'Faktura',
      title: 'Faktura 16788-000018, Fjord Kaffe AS',
      language: 'nb',
    });
    expect(viewOf(sampleInvoice(), {}, 'en').document.name).toBe('Invoice');
    expect(viewOf(sampleCreditNote()).document).toMatchObject({ name: 'Kreditnota', creditNote: true });
  });

  test('takes the brand’s own word for a label', () => {
    expect(viewOf(sampleInvoice(), { labels: { nb: { invoice: 'Regning' } } }).document.name).toBe('Regning');
    expect(viewOf(sampleInvoice(), { labels: { en: { invoice: 'Bill' } } }).document.name).toBe('Faktura');
  });

  test('carries the model’s amounts and no others', () => {
    const invoice = sampleInvoice();
    const view = viewOf(invoice).invoice;
    expect(view.payable).toEqual({ minor: invoice.totals.payableMinor, currency: 'NOK' });
    expect(view.lines.map((line) => line.amount.minor)).toEqual(invoice.lines.map((line) => line.grossMinor));
    expect(view.vat.map((row) => [row.key, row.net.minor, row.vat.minor])).toEqual(
      invoice.vat.map((row) => [String(row.rateBps), row.netMinor, row.vatMinor]),
    );
  });

  test('rounding and prepayment are there only where they are not nothing', () => {
    const { totals } = sampleInvoice();
    expect(viewOf(sampleInvoice()).invoice).toMatchObject({ rounding: null, prepaid: null, payableIsGross: true });
    const paid = sampleInvoice({ totals: { ...totals, roundingMinor: 50, prepaidMinor: 10_000 } });
    expect(viewOf(paid).invoice).toMatchObject({
      rounding: { minor: 50 },
      prepaid: { minor: -10_000 },
      payableIsGross: false,
    });
  });

  test('rates that several categories share are told apart', () => {
    const [standard] = sampleInvoice().vat;
    if (standard === undefined) throw new Error('Unexpected lack of VAT');
    const zero = { ...standard, rateBps: 0, vatMinor: 0 };
    const invoice = sampleInvoice({
      vat: [standard, { ...zero, category: 'Z' }, { ...zero, category: 'E', exemption: 'Unntatt' }],
    });
    expect(viewOf(invoice).invoice.vat.map(({ key }) => key)).toEqual(['2500', '0-Z', '0-E']);
    expect(viewOf(invoice).invoice.exemptions.map(({ key, exemption }) => [key, exemption])).toEqual([
      ['0-E', 'Unntatt'],
    ]);
  });

  test('a credit note asks for no payment', () => {
    expect(viewOf(sampleCreditNote())).toMatchObject({
      payment: null,
      invoice: { dueDate: null, originalNumber: '16788-000018' },
    });
  });

  test.each([
    ['kid-mod10', 'KID'],
    ['kid-mod11', 'KID'],
    ['ocr', 'OCR-nummer'],
    ['viitenumero', 'Referansenummer'],
    ['rf', 'RF-referanse'],
  ] as const)('a reference of kind %s is called %s', (kidKind, label) => {
    const { payment } = sampleInvoice();
    if (payment === null) throw new Error('Unexpected lack of payment');
    expect(viewOf(sampleInvoice({ payment: { ...payment, kidKind } })).payment?.kidLabel).toBe(label);
  });

  test('is refused without a seller', () => {
    expect(() => viewOf(sampleInvoice({ seller: null }))).toThrow(
      expect.objectContaining({ code: 'BRAND_MISSING_KEY' }),
    );
  });
});

describe('quantities leave room so that commas line up', () => {
  test('none where all are whole', () => {
    expect(
      viewOf(withQuantities({ units: 24, scale: 0 }, { units: 10, scale: 1 })).invoice.lines.map(
        (line) => line.quantityRoom,
      ),
    ).toEqual(['0', '0']);
  });

  test('as much as the longest has and they lack', () => {
    const view = viewOf(
      withQuantities(
        { units: 24, scale: 0 },
        { units: 15, scale: 1 },
        { units: 125, scale: 2 },
        { units: 150, scale: 2 },
      ),
    );
    expect(view.invoice.lines.map((line) => line.quantityRoom)).toEqual(['whole-2', '1', '0', '1']);
  });
});

describe('parties', () => {
  test('the seller says what the brand says of it', () => {
    const { seller } = viewOf(sampleInvoice(), { seat: 'Oslo', registrations: ['Godkjent revisor'] });
    expect(seller.registrations).toEqual(['Foretaksregisteret', 'Forretningskontor: Oslo', 'Godkjent revisor']);
    expect(seller).toMatchObject({ vatNumber: null, phone: '+47\u00a022\u00a000\u00a000\u00a000', website: null });
  });

  test('a country is named only where the letter leaves it', () => {
    const { buyer } = sampleInvoice();
    expect(viewOf(sampleInvoice()).buyer.address.lines).toEqual(['Havnegata 14', '5003 Bergen']);
    const swedish = sampleInvoice({
      buyer: {
        ...buyer,
        country: 'SE',
        address: { lines: ['Kungsgatan 1'], postalCode: '11122', postalPlace: 'Stockholm', country: 'SE' },
      },
    });
    expect(viewOf(swedish).buyer.address.lines).toEqual(['Kungsgatan 1', '111\u00a022 Stockholm', 'Sverige']);
    expect(viewOf(swedish).seller.address.oneLine).toBe('Storgata 1, 0155 Oslo, Norge');
    expect(viewOf(swedish, {}, 'en').buyer.address.lines.at(-1)).toBe('Sweden');
    const japanese = sampleInvoice({ buyer: { ...buyer, address: { ...buyer.address, country: 'JP' } } });
    expect(viewOf(japanese).buyer.address.lines.at(-1)).toBe('JP');
  });

  test('the window counts every line it has to hold', () => {
    const { buyer } = sampleInvoice();
    const long = {
      ...buyer,
      contact: 'Kari Nordmann',
      address: { ...buyer.address, lines: ['c/o Berg', 'Havnegata 14', 'Oppgang B'] },
    };
    expect(viewOf(sampleInvoice({ buyer: long })).buyer.windowLines).toBe(6);
  });
});

describe('texts', () => {
  test('in one language, in the document’s, or not at all', () => {
    expect(viewOf(sampleInvoice(), { texts: { intro: 'Hei' } }, 'en').texts.intro).toEqual(['Hei']);
    expect(viewOf(sampleInvoice(), { texts: { intro: { nb: 'Hei\nhopp', en: 'Hi' } } }).texts.intro).toEqual([
      'Hei',
      'hopp',
    ]);
    expect(viewOf(sampleInvoice(), { texts: { intro: { en: 'Hi' } } }).texts.intro).toEqual([]);
  });

  test('a credit note says nothing of ordering and paying', () => {
    const texts = { intro: 'Takk', terms: 'Betal', latePayment: 'Renter', footer: 'Velkommen' };
    expect(viewOf(sampleCreditNote(), { texts }).texts).toEqual({
      intro: [],
      note: [],
      terms: [],
      latePayment: [],
      footer: ['Velkommen'],
    });
  });
});

test('a view is plain data: every leaf a string, a number, a boolean or null', () => {
  const leaves = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
      const view = viewOf(sampleInvoice({}, count));
      expect(leaves(view).filter((leaf) => leaf === undefined || typeof leaf === 'function')).toEqual([]);
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    }),
    { numRuns: 20 },
  );
});

describe('options', () => {
  test('have the template’s defaults and the brand’s values', () => {
    expect(viewOf(sampleInvoice()).options).toEqual({
      paymentQr: 'auto',
      carriedForward: false,
      grouping: false,
      page: 'A4',
      addressWindow: 'left',
      articleNumbers: false,
      nameBesideLogo: false,
      pageHeader: true,
      deliveryAddress: true,
      buyerReferences: true,
    });
    expect(viewOf(sampleInvoice(), { template: { options: { paymentQr: false } } }).options['paymentQr']).toBe(false);
  });

  test.each([
    [{ paymentqr: true }, 'Did you mean "paymentQr"?'],
    [{ paymentQr: 'yes' }, null],
    [{ constructor: true }, null],
  ])('%j is refused with its path', (options, hint) => {
    const [name] = Object.keys(options);
    expect(() => viewOf(sampleInvoice(), { template: { options } })).toThrow(
      expect.objectContaining({
        code: 'TEMPLATE_OPTION',
        path: `template.options.${name}`,
        ...(hint === null ? {} : { hint }),
      }),
    );
  });
});
