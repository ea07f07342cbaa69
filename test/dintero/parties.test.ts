import { describe, expect, test } from 'vitest';
import { toInvoice } from '#dist/dintero/index.js';
import { codeOf, copySource, faultOf, readBrand } from './fixtures.ts';

const make = (source: ReturnType<typeof copySource>) => toInvoice(source, null, { seller: 'optional' });

function withBilling(change: Record<string, unknown>) {
  const source = copySource('documentation-sample');
  Object.assign(source.session.order.billing_address ?? {}, change);
  return source;
}

describe('the buyer', () => {
  test('is a business with a contact, or a person', () => {
    expect(make(withBilling({})).buyer).toMatchObject({
      name: 'Havnegata Bakeri og Kafé AS',
      contact: 'Kari Nordmann',
    });
    const person = make(withBilling({ business_name: null, organization_number: null })).buyer;
    expect(person).toMatchObject({ name: 'Kari Nordmann', contact: null, organizationNumber: null });
  });

  test('has its c/o line first', () => {
    const lines = (co_address: string) =>
      make(withBilling({ co_address, address_line_2: 'Inngang B' })).buyer.address.lines;
    expect(lines('Regnskap Vest')).toEqual(['c/o Regnskap Vest', 'Havnegata 14', 'Inngang B']);
    expect(lines('C/O Regnskap Vest')[0]).toBe('C/O Regnskap Vest');
  });

  test('is in the transaction alone with two-step payments', () => {
    const source = copySource('merchant-initiated-two-step');
    expect(source.session.order.billing_address).toBeUndefined();
    expect(make(source).buyer.name).toBe('Havnegata Bakeri og Kafé AS');
  });

  test('a number that fails its check digit is a warning, as in Dintero’s own example', () => {
    const invoice = make(withBilling({ organization_number: '123456789' }));
    expect(invoice.buyer.organizationNumber).toBe('123456789');
    expect(invoice.warnings).toMatchObject([{ ruleId: 'source-buyer-number', severity: 'warning', channel: 'source' }]);
  });

  test.each([
    ['NO', '01019000083'],
    ['NO', '010190 00083'],
    ['', '01019000083'],
    ['SE', '900101-1234'],
    ['SE', '19900101-1234'],
    ['FI', '010190-123A'],
  ])('a person’s number is never printed or told (%s)', (country, organization_number) => {
    const invoice = make(withBilling({ country, organization_number }));
    expect(invoice.buyer.organizationNumber).toBeNull();
    expect(invoice.warnings.map((warning) => warning.ruleId)).toEqual(['source-buyer-number']);
    expect(JSON.stringify(invoice)).not.toContain(organization_number.slice(0, 6));
  });

  test('a consumer has no organisation number, whatever stands there', () => {
    const source = withBilling({ organization_number: '988077917' });
    source.transaction.payment_product_type = 'kravia.invoice_b2c';
    source.session.configuration = { kravia: { invoice_b2c: { invoice_channel: 'merchant' } } };
    expect(make(source).buyer.organizationNumber).toBeNull();
  });

  test.each([
    [{ business_name: '', first_name: ' ', last_name: null }, 'BUYER_INCOMPLETE'],
    [{ address_line: ' ', postal_place: null, organization_number: null }, 'BUYER_INCOMPLETE'],
    [{ address_line: null, postal_place: null }, null],
  ])('needs a name, and an address or an organisation number: %j', (change, code) => {
    if (code === null) expect(make(withBilling(change)).buyer.address.lines).toEqual([]);
    else expect(codeOf(() => make(withBilling(change)))).toBe(code);
  });

  test('the delivery address is told where it differs', () => {
    expect(make(copySource('classic-comp')).deliveryAddress).toBeNull();
    expect(make(copySource('shipping-moved')).deliveryAddress?.lines).toEqual(['Kaiveien 2']);
  });
});

describe('the seller', () => {
  test('is the brand', () => {
    const { seller, payment } = toInvoice(copySource('classic-comp'), readBrand('classic-comp'));
    expect(seller).toMatchObject({ name: 'Fjord Kaffe AS', tradeName: 'Fjord Kaffe', organizationNumber: '988077917' });
    expect(payment?.payee).toBe('Kravia AS');
  });

  test('without a brand is the store, which is VAT registered if it says so or charges VAT', () => {
    const source = copySource('store-as-seller');
    const { seller, payment } = toInvoice(source, null);
    expect(seller).toMatchObject({ name: 'Fjord Kaffe AS', organizationNumber: '988077917', vatRegistered: true });
    expect(payment?.payee).toBe('Kravia');
    const [item] = source.session.order.items ?? [];
    if (item) Object.assign(item, { vat: 0, vat_amount: 0 });
    if (source.session.order.store) source.session.order.store.organization_number = '988077917';
    expect(toInvoice(source, null).seller?.vatRegistered).toBe(false);
  });

  test('that is incomplete is refused with every key that is missing', () => {
    const source = copySource('store-as-seller');
    source.session.order.store = { name: 'Fjord Kaffe' };
    const fault = faultOf(() => toInvoice(source, null));
    expect(fault.code).toBe('SELLER_INCOMPLETE');
    for (const key of ['business_name', 'organization_number', 'address.address_line', 'address.postal_code']) {
      expect(fault.message).toContain(key);
    }
    expect(fault.hint).toContain('--brand');
  });

  test('outside the VAT register: no VAT, and category O', () => {
    const source = copySource('documentation-sample');
    const brand = readBrand('documentation-sample');
    const [item] = source.session.order.items ?? [];
    if (item) item.vat = 0;
    delete source.session.order.vat_amount;
    const invoice = toInvoice(source, brand && { ...brand, vatRegistered: false });
    expect(invoice.vat).toMatchObject([{ category: 'O', rateBps: 0, vatMinor: 0 }]);
  });

  test('words for sales without VAT come from the brand, by item group', () => {
    const source = copySource('documentation-sample');
    const brand = readBrand('documentation-sample');
    const [item] = source.session.order.items ?? [];
    if (item) Object.assign(item, { vat: 0, groups: [{ id: 'books', name: 'Bøker' }] });
    const vat = (exemptions: Record<string, string>) => toInvoice(source, brand && { ...brand, exemptions }).vat;
    expect(vat({ books: 'Fritatt, § 6-4' })).toMatchObject([{ category: 'E', exemption: 'Fritatt, § 6-4' }]);
    expect(vat({ default: 'Unntatt' })).toMatchObject([{ category: 'E', exemption: 'Unntatt' }]);
    expect(vat({})).toMatchObject([{ category: 'Z', exemption: null }]);
  });

  test('whose law wants VAT in another currency is warned of', () => {
    const source = copySource('finland-b2b');
    const brand = readBrand('documentation-sample');
    const { warnings, totals } = toInvoice(source, brand);
    expect(totals.vatNational).toBeNull();
    expect(warnings.map((warning) => warning.ruleId)).toContain('source-vat-national');
  });
});

describe('texts', () => {
  const described = (description: string) => {
    const source = copySource('documentation-sample');
    for (const [item] of [source.session.order.items ?? [], source.transaction.items ?? []]) {
      if (item) item.description = description;
    }
    return make(source);
  };

  test.each([
    ['two  spaces', 'two spaces'],
    ['a\u00A0b\u2009c\td\r\ne\u2028f', 'a b c d e f'],
    ['  trimmed ', 'trimmed'],
    ['Cafe\u0301', 'Café'],
    ['<b>&amp;</b> {{x}}', '<b>&amp;</b> {{x}}'],
    ['Čáhci ŋ ŧ € ½', 'Čáhci ŋ ŧ € ½'],
  ])('%j is printed as %j, without a word', (raw, text) => {
    expect(described(raw).lines[0]?.description).toBe(text);
    expect(described(raw).warnings).toEqual([]);
  });

  test.each([
    ['pay\u202Eelbay', 'payelbay', 'U+202E'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth', 'U+200B, U+FEFF'],
    ['soft\u00ADhyphen', 'softhyphen', 'U+00AD'],
    ['bell\u0007', 'bell', 'U+0007'],
  ])('%j loses what does not print, and a warning says so', (raw, text, found) => {
    const invoice = described(raw);
    expect(invoice.lines[0]?.description).toBe(text);
    expect(invoice.warnings).toMatchObject([{ ruleId: 'source-text-cleaned', found }]);
  });
});

test('a test account says so', () => {
  const source = copySource('documentation-sample');
  source.transaction.id = 'T12345678.4ZkDvy';
  expect(make(source).test).toBe(true);
});
