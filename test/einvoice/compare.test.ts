import { describe, expect, it, test } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { compareEInvoice } from '#dist/check/e-invoice/compare-e-invoice.js';
import { toCii, toUbl } from '#dist/einvoice/index.js';
import type { Invoice } from '#dist/invoice/index.js';
import { listFixtureInvoices } from './fixture-invoices.ts';

const FIXTURES = listFixtureInvoices();
const SYNTAXES = { ubl: toUbl, cii: toCii } as const;

function write(invoice: Invoice, syntax: keyof typeof SYNTAXES): string | null {
  try {
    return Buffer.from(SYNTAXES[syntax](invoice)).toString('utf8');
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('EINVOICE_')) return null;
    throw error;
  }
}

function differencesOf(xml: string, invoice: Invoice) {
  const verdict = compareEInvoice(Buffer.from(xml), invoice);
  if (verdict.kind === 'unknown') throw new Error('not recognised as an invoice');
  return verdict.differences;
}

describe.each(['ubl', 'cii'] as const)('%s read back', (syntax) => {
  test.each(FIXTURES)('says what the session says: $name', ({ invoice }) => {
    const xml = write(invoice, syntax);
    if (xml !== null) expect(differencesOf(xml, invoice)).toEqual([]);
  });

  it('belongs to its own session and to no other', () => {
    const written = FIXTURES.flatMap(({ name, invoice }) => {
      const xml = write(invoice, syntax);
      return xml === null ? [] : [{ name, xml }];
    });
    expect(written.length).toBeGreaterThan(20);
    for (const { name, xml } of written) {
      const other = FIXTURES.find((fixture) => fixture.name !== name);
      if (other !== undefined) expect(differencesOf(xml, other.invoice).length).toBeGreaterThan(3);
    }
  });
});

describe.each([
  'classic-comp',
  'sweden-b2b',
  'finland-b2b',
  'line-and-order-discounts',
  'gift-card-order',
  'rounding-line',
])('a forged e-invoice of %s', (name) => {
  const invoice = FIXTURES.find((fixture) => fixture.name === name)?.invoice;
  if (invoice === undefined) throw new Error(`no fixture ${name}`);

  it.each(['ubl', 'cii'] as const)('is found for every leaf of %s that is altered, dropped or doubled', (syntax) => {
    const xml = write(invoice, syntax) ?? '';
    const leaves = [...xml.matchAll(/<((?:\w+:)?(\w+))((?: [^>]*)?)>([^<]+)<\/\1>/g)];
    expect(leaves.length).toBeGreaterThan(60);
    const survivors: string[] = [];
    for (const leaf of leaves) {
      const [whole, tag, local = '', attributes, text = ''] = leaf;
      const at = leaf.index;
      const put = (replacement: string) => xml.slice(0, at) + replacement + xml.slice(at + whole.length);
      const digit = text.search(/\d/);
      const altered =
        digit < 0 ? `${text}x` : text.slice(0, digit) + ((Number(text[digit]) + 1) % 10) + text.slice(digit + 1);
      if (differencesOf(put(`<${tag}${attributes}>${altered}</${tag}>`), invoice).length === 0) {
        survivors.push(`altered ${local} ${text}`);
      }
      // A second leaf of any kind, even one of the syntax, may not hide another value behind the first.
      if (differencesOf(put(whole + whole), invoice).length === 0) survivors.push(`doubled ${local} ${text}`);
    }
    expect(survivors).toEqual([]);
  });

  it.each(['ubl', 'cii'] as const)('is found for every attribute of %s that is altered or added', (syntax) => {
    const xml = write(invoice, syntax) ?? '';
    const attributes = [...xml.matchAll(/ (currencyID|unitCode|schemeID|format)="([^"]+)"/g)];
    expect(attributes.length).toBeGreaterThan(4);
    for (const attribute of attributes) {
      const [whole, name, value = ''] = attribute;
      const other = name === 'unitCode' ? 'KGM' : 'XXX';
      const rest = xml.slice(attribute.index + whole.length);
      const altered = `${xml.slice(0, attribute.index)} ${name}="${other}"${rest}`;
      if (value !== other) expect(differencesOf(altered, invoice), whole).not.toEqual([]);
      const added = `${xml.slice(0, attribute.index)} listID="86011117947"${whole}${rest}`;
      expect(differencesOf(added, invoice), `listID before ${whole}`).not.toEqual([]);
    }
  });

  it.each(['ubl', 'cii'] as const)('is found for every line and rate of %s that is dropped or doubled', (syntax) => {
    const xml = write(invoice, syntax) ?? '';
    const pattern =
      syntax === 'ubl'
        ? /<cac:(InvoiceLine|TaxSubtotal|PaymentMeans)>[\s\S]*?<\/cac:\1>/g
        : /<ram:(IncludedSupplyChainTradeLineItem|SpecifiedTradeSettlementPaymentMeans|ApplicableTradeTax)>[\s\S]*?<\/ram:\1>/g;
    const parts = [...xml.matchAll(pattern)];
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      const [whole] = part;
      const dropped = xml.slice(0, part.index) + xml.slice(part.index + whole.length);
      const doubled = xml.slice(0, part.index) + whole + xml.slice(part.index);
      // BIC and IBAN may be said on the page alone; the reference, a line and a rate may not be left out.
      if (!whole.startsWith('<ram:SpecifiedTradeSettlementPaymentMeans')) {
        expect(differencesOf(dropped, invoice), whole).not.toEqual([]);
      }
      expect(differencesOf(doubled, invoice), whole).not.toEqual([]);
    }
  });
});

describe('what is no e-invoice', () => {
  const first = FIXTURES.find(({ name }) => name === 'documentation-sample');
  if (first === undefined) throw new Error('no documentation-sample');

  it.each([
    ['plain text', 'Faktura 1'],
    ['another vocabulary', '<Invoice xmlns="urn:example:invoice"/>'],
    ['a document cut short', (write(first.invoice, 'ubl') ?? '').slice(0, 900)],
    [
      'a document type',
      `<!DOCTYPE a [<!ENTITY b "c">]>${(write(first.invoice, 'ubl') ?? '').replace(/^<\?xml[^>]*>/, '')}`,
    ],
    ['a prefix without a namespace', '<cac:Invoice/>'],
    ['depth without end', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
  ])('is not taken for one: %s', (_, xml) => {
    expect(compareEInvoice(Buffer.from(xml), first.invoice)).toEqual({ kind: 'unknown' });
  });

  it('finds amounts in another currency', () => {
    const xml = (write(first.invoice, 'ubl') ?? '').replace(/(<cbc:PayableAmount currencyID=")NOK/, '$1SEK');
    expect(differencesOf(xml, first.invoice)).toEqual([
      { kind: 'differs', field: 'currency', expected: 'NOK', found: 'SEK' },
    ]);
  });

  it('finds words of another vocabulary inside', () => {
    const xml = (write(first.invoice, 'ubl') ?? '').replace(
      '</cac:Party>',
      '<x:Account xmlns:x="urn:example">86011117947</x:Account></cac:Party>',
    );
    expect(differencesOf(xml, first.invoice)).toMatchObject([{ kind: 'unexplained', found: '86011117947' }]);
  });
});
