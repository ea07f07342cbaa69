import { describe, expect, it } from 'vitest';
import {
  type Invoice,
  isFactName,
  listFactNames,
  listRequiredFacts,
  toCarriedForward,
  toFacts,
  toVatKey,
} from '#dist/invoice/index.js';
import { day, sampleInvoice } from './sample-invoice.ts';

const LINES = [
  { grossMinor: 50_000, rateBps: 2500 },
  { grossMinor: 12_550, rateBps: 2550, units: 5 },
];

const SWEDISH: Partial<Invoice> = {
  seller: { ...sellerOf(sampleInvoice(LINES)), country: 'SE', organizationNumber: '5566778899' },
  payment: {
    kid: '1023472',
    kidKind: 'ocr',
    bban: null,
    iban: 'SE4550000000058398257466',
    bic: 'ESSESESS',
    payee: 'Kravia AB',
  },
};

describe('toFacts', () => {
  const invoice = sampleInvoice(LINES, {
    references: { transactionId: 'T1', order: 'FK-20418', order2: null, buyer: 'Innkjøp 4410', costCenter: null },
  });
  const facts = toFacts(invoice);
  const valueFor = (name: string): unknown => facts.find((fact) => fact.name === name)?.value;

  it('names each fact once, and every name is a known one', () => {
    expect(new Set(facts.map((fact) => fact.name)).size).toBe(facts.length);
    for (const { name } of facts) expect(isFactName(name), name).toBe(true);
  });

  it('has exactly the facts of this invoice', () => {
    const line = (n: number): string[] =>
      ['description', 'quantity', 'unitPrice', 'vatRate', 'netAmount', 'vatAmount', 'amount'].map(
        (f) => `line.${n}.${f}`,
      );
    expect(facts.map((fact) => fact.name)).toEqual([
      ...['kind', 'invoiceNumber', 'invoiceDate', 'dueDate', 'deliveryDate', 'orderReference', 'buyerReference'],
      ...['seller.name', 'seller.organizationNumber', 'seller.address'],
      ...['buyer.name', 'buyer.organizationNumber', 'buyer.address'],
      ...line(1),
      ...line(2),
      ...['vat.2550.rate', 'vat.2550.net', 'vat.2550.vat', 'vat.2500.rate', 'vat.2500.net', 'vat.2500.vat'],
      ...['netTotal', 'vatTotal', 'grossTotal', 'rounding', 'prepaid', 'payable', 'currency'],
      ...['kid', 'bban', 'iban', 'bic', 'payee'],
    ]);
  });

  it('gives values exact and unformatted', () => {
    expect(valueFor('payable')).toEqual({ kind: 'money', minor: 62_550, currency: 'NOK' });
    expect(valueFor('vat.2550.rate')).toEqual({ kind: 'rate', rateBps: 2550 });
    expect(valueFor('vat.2550.net')).toEqual({ kind: 'money', minor: 10_000, currency: 'NOK' });
    expect(valueFor('kid')).toEqual({ kind: 'reference', reference: '300000019497814', scheme: 'kid-mod10' });
    expect(valueFor('dueDate')).toEqual({ kind: 'date', date: '2026-12-07' });
    expect(valueFor('line.2.quantity')).toEqual({ kind: 'quantity', quantity: { units: 5, scale: 0 }, unit: null });
    expect(valueFor('line.2.unitPrice')).toEqual({
      kind: 'unit-price',
      net: { units: 2000, scale: 2 },
      gross: { units: 2510, scale: 2 },
      currency: 'NOK',
    });
    expect(valueFor('seller.organizationNumber')).toEqual({
      kind: 'organization-number',
      value: '988077917',
      country: 'NO',
      vatRegistered: true,
    });
    expect(valueFor('buyer.organizationNumber')).toMatchObject({ value: '927500116', vatRegistered: false });
  });

  it('makes none of what is null or empty', () => {
    const bare = sampleInvoice([], {
      seller: null,
      payment: null,
      dueDate: null,
      deliveryDate: null,
      buyer: {
        name: 'Kari Nordmann',
        contact: null,
        organizationNumber: null,
        address: { lines: [], postalCode: null, postalPlace: null, country: null },
        country: null,
      },
      references: { transactionId: 'T1', order: '', order2: null, buyer: null, costCenter: null },
    });
    expect(toFacts(bare).map((fact) => fact.name)).toEqual([
      ...['kind', 'invoiceNumber', 'invoiceDate', 'buyer.name'],
      ...['netTotal', 'vatTotal', 'grossTotal', 'rounding', 'prepaid', 'payable', 'currency'],
    ]);
  });

  it('keeps categories apart that share a rate', () => {
    const zero = sampleInvoice([
      { grossMinor: 1000, rateBps: 0, category: 'Z' },
      { grossMinor: 500, rateBps: 0, category: 'E', exemption: 'Unntatt fra merverdiavgift' },
      { grossMinor: 1250, rateBps: 2500 },
    ]);
    expect(zero.vat.map((subtotal) => toVatKey(subtotal, zero.vat))).toEqual(['2500', '0-Z', '0-E']);
    const names = toFacts(zero).map((fact) => fact.name);
    expect(names).toContain('vat.0-Z.net');
    expect(names).toContain('vat.0-E.net');
    expect(names).toContain('exemption.0-E');
    expect(names).not.toContain('exemption.0-Z');
  });

  it('marks required what the list of requirements names', () => {
    const required = new Set(listRequiredFacts(invoice).map((need) => need.name));
    for (const fact of facts) expect(fact.required, fact.name).toBe(required.has(fact.name));
    for (const name of required) expect(valueFor(name), name).toBeDefined();
  });
});

describe('isFactName', () => {
  it.each([
    'payable',
    'line.1.amount',
    'line.500.unitPrice',
    'vat.2550.net',
    'vat.0-AE.vat',
    'exemption.0',
    'carriedForward.2',
    'carriedForward.{page}',
    'carriedForward.{previous-page}',
  ])('knows %s', (name) => {
    expect(isFactName(name)).toBe(true);
  });

  it.each([
    'payabel',
    'line.0.amount',
    'line.01.amount',
    'line.amount',
    'line.*.amount',
    'line.1.2.amount',
    'vat.25.5.net',
    'vat.2500',
    'vat.2500-X.net',
    'carriedForward.',
    'carriedForward.{pages}',
    'line.{page}.amount',
    'Payable',
    '',
  ])('does not know %j', (name) => {
    expect(isFactName(name)).toBe(false);
  });

  it('has a list to suggest from', () => {
    expect(listFactNames()).toContain('line.*.amount');
    expect(listFactNames().length).toBe(new Set(listFactNames()).size);
  });
});

describe('toCarriedForward', () => {
  it('is the sum of the lines so far, discounts included', () => {
    const invoice = sampleInvoice([...LINES, { grossMinor: -550, rateBps: 2500 }]);
    const carried = [0, 1, 2, 3].map((count) => toCarriedForward(invoice.lines.slice(0, count), 'NOK'));
    expect(carried.map(({ minor }) => minor)).toEqual([0, 50_000, 62_550, 62_000]);
  });
});

describe('listRequiredFacts', () => {
  const namesOf = (invoice: Invoice): string[] => listRequiredFacts(invoice).map((need) => need.name);
  const needOf = (invoice: Invoice, name: string): unknown =>
    listRequiredFacts(invoice).find((need) => need.name === name);

  it('names each fact once, with a reason', () => {
    const needs = listRequiredFacts(sampleInvoice(LINES));
    expect(new Set(needs.map((need) => need.name)).size).toBe(needs.length);
    for (const need of needs) expect(need.citation).not.toBe('');
  });

  it('asks a Norwegian invoice for what § 5-1-1 and § 5-1-2 ask, and for what pays it', () => {
    const names = namesOf(sampleInvoice(LINES));
    for (const name of [
      ...['invoiceNumber', 'invoiceDate', 'dueDate', 'deliveryDate'],
      ...['seller.name', 'seller.organizationNumber', 'seller.address', 'buyer.name', 'buyer.address'],
      ...['line.1.description', 'line.1.quantity', 'line.1.amount', 'line.2.amount'],
      ...['vat.2500.rate', 'vat.2500.net', 'vat.2500.vat', 'vatTotal', 'payable', 'currency'],
      ...['kid', 'bban', 'payee'],
    ]) {
      expect(names).toContain(name);
    }
    for (const name of [
      'line.1.unitPrice',
      'iban',
      'bic',
      'rounding',
      'prepaid',
      'grossTotal',
      'kind',
      'orderReference',
    ]) {
      expect(names).not.toContain(name);
    }
  });

  it('cites the law of the seller’s country', () => {
    expect(needOf(sampleInvoice(LINES), 'invoiceNumber')).toEqual({
      name: 'invoiceNumber',
      need: 'law',
      citation: 'bokføringsforskriften § 5-1-1 no. 1',
    });
    expect(needOf(sampleInvoice(LINES, SWEDISH), 'line.1.unitPrice')).toMatchObject({
      citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(8)',
    });
    const finnish = { seller: { ...sellerOf(sampleInvoice(LINES)), country: 'FI' } };
    expect(needOf(sampleInvoice(LINES, finnish), 'buyer.name')).toMatchObject({
      citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(5)',
    });
    expect(needOf(sampleInvoice(LINES, { seller: null }), 'buyer.name')).toMatchObject({
      citation: 'directive 2006/112/EC art. 226(5)',
    });
  });

  it('asks a Swedish company’s invoice for unit prices and discounts, a consumer’s for neither', () => {
    const invoice = sampleInvoice(LINES, SWEDISH);
    const discount = { grossMinor: 100, netMinor: 80, percentBps: null, description: null };
    const discounted = { ...invoice, lines: invoice.lines.map((line) => ({ ...line, discount })) };
    expect(namesOf(discounted)).toContain('line.2.unitPrice');
    expect(namesOf(discounted)).toContain('line.2.discount');
    expect(namesOf(invoice)).not.toContain('line.2.discount');
    const consumer = { ...discounted, buyer: { ...invoice.buyer, organizationNumber: null } };
    expect(namesOf(consumer)).not.toContain('line.2.unitPrice');
    expect(namesOf(consumer)).not.toContain('line.2.discount');
  });

  it('pays a Swedish account, and any from abroad, by IBAN', () => {
    const swedish = namesOf(sampleInvoice(LINES, { ...SWEDISH, buyer: { ...sampleInvoice([]).buyer, country: 'SE' } }));
    expect(swedish).toContain('iban');
    expect(swedish).not.toContain('bic');
    const abroad = namesOf(sampleInvoice(LINES, { buyer: { ...sampleInvoice([]).buyer, country: 'SE' } }));
    expect(abroad).toEqual(expect.arrayContaining(['bban', 'iban', 'bic']));
    const unnumbered = sampleInvoice(LINES);
    const payment = unnumbered.payment && { ...unnumbered.payment, bban: null };
    expect(namesOf({ ...unnumbered, payment })).toContain('iban');
  });

  it('asks for rounding and prepayment only where the page would not add up without', () => {
    const invoice = sampleInvoice(LINES);
    const totals = { ...invoice.totals, roundingMinor: -50, prepaidMinor: 20_000, payableMinor: 42_500 };
    expect(namesOf({ ...invoice, totals })).toEqual(expect.arrayContaining(['rounding', 'prepaid', 'grossTotal']));
  });

  it('asks a credit note for its kind and its invoice, and for no payment', () => {
    const names = namesOf(
      sampleInvoice(LINES, {
        kind: 'credit-note',
        number: 'K-1',
        originalNumber: '16788-000018',
        payment: null,
        dueDate: null,
      }),
    );
    expect(names).toEqual(expect.arrayContaining(['kind', 'originalInvoice', 'payable']));
    for (const name of ['kid', 'bban', 'iban', 'payee', 'dueDate']) expect(names).not.toContain(name);
  });

  it('asks for the buyer’s number under reverse charge, and where there is no address', () => {
    const invoice = sampleInvoice([
      { grossMinor: 1000, rateBps: 0, category: 'AE', exemption: 'Omvendt avgiftsplikt' },
    ]);
    expect(namesOf(invoice)).toEqual(expect.arrayContaining(['buyer.organizationNumber', 'exemption.0']));
    const address = { lines: [], postalCode: null, postalPlace: null, country: null };
    const unaddressed = sampleInvoice(LINES, { buyer: { ...invoice.buyer, address } });
    expect(namesOf(unaddressed)).toContain('buyer.organizationNumber');
    expect(namesOf(unaddressed)).not.toContain('buyer.address');
    expect(namesOf(sampleInvoice(LINES))).not.toContain('buyer.organizationNumber');
    const placed = sampleInvoice(LINES, {
      buyer: { ...invoice.buyer, address: { ...address, postalPlace: 'Siljan' } },
    });
    expect(namesOf(placed)).toContain('buyer.address');
  });

  it('asks an unregistered seller for no VAT', () => {
    const seller = { ...sellerOf(sampleInvoice(LINES)), vatRegistered: false };
    expect(namesOf(sampleInvoice(LINES, { seller })).filter((name) => name.startsWith('vat'))).toEqual([]);
    expect(namesOf(sampleInvoice(LINES, { seller: null }))).toContain('vatTotal');
  });

  it('asks for the delivery date only where it is another day', () => {
    expect(namesOf(sampleInvoice(LINES, { deliveryDate: day('2026-11-23') }))).not.toContain('deliveryDate');
    expect(namesOf(sampleInvoice(LINES, { deliveryDate: null }))).not.toContain('deliveryDate');
  });

  it('asks for VAT in the seller’s currency where the invoice is in another', () => {
    const invoice = sampleInvoice(LINES);
    const totals = {
      ...invoice.totals,
      vatNational: { minor: 14_000, currency: 'NOK' as const, rate: { units: 1, scale: 0 } },
    };
    expect(namesOf({ ...invoice, currency: 'EUR', totals })).toContain('vatTotalNational');
  });
});

function sellerOf({ seller }: Invoice): NonNullable<Invoice['seller']> {
  if (seller === null) throw new Error('the sample has no seller');
  return seller;
}
