import { type Decimal, type Money, sumMinor } from '../base/index.ts';
import { isEmptyAddress } from './address.ts';
import { type Fact, type FactValue, type ReferenceScheme, toVatKey } from './fact.ts';
import type { Address, Invoice, InvoiceLine, VatSubtotal } from './invoice.ts';
import { listRequiredFacts } from './required-facts.ts';

/**
 * Every fact of an invoice by name, each name once, in reading order. What is null in the invoice makes no fact. Carried
 * forward amounts depend on where pages break and are had from `toCarriedForward`.
 */
export function toFacts(invoice: Invoice): readonly Fact[] {
  const required = new Set(listRequiredFacts(invoice).map((need) => need.name));
  return [
    ...listDocumentFacts(invoice),
    ...listPartyFacts(invoice),
    ...invoice.lines.flatMap((line) => listLineFacts(line, invoice)),
    ...invoice.vat.flatMap((subtotal) => listVatFacts(subtotal, invoice)),
    ...listTotalFacts(invoice),
    ...listPaymentFacts(invoice),
  ].flatMap(([name, value]) => (value === null ? [] : [{ name, value, required: required.has(name) }]));
}

/** What a page carries forward that ends after these lines: their sum, VAT included. */
export function toCarriedForward(lines: readonly InvoiceLine[], currency: Money['currency']): Money {
  return { minor: sumMinor(lines.map((line) => line.grossMinor)), currency };
}

type Entry = readonly [name: string, value: FactValue | null];

function listDocumentFacts(invoice: Invoice): readonly Entry[] {
  const { references } = invoice;
  return [
    ['kind', { kind: 'document-kind', documentKind: invoice.kind }],
    ['invoiceNumber', reference(invoice.number, 'invoice-number')],
    ['originalInvoice', reference(invoice.originalNumber, 'invoice-number')],
    ['invoiceDate', { kind: 'date', date: invoice.issueDate.date }],
    ['dueDate', invoice.dueDate && { kind: 'date', date: invoice.dueDate.date }],
    ['deliveryDate', invoice.deliveryDate && { kind: 'date', date: invoice.deliveryDate }],
    ['orderReference', text(references.order)],
    ['buyerReference', text(references.buyer)],
  ];
}

function listPartyFacts({ seller, buyer }: Invoice): readonly Entry[] {
  return [
    ['seller.name', text(seller?.name ?? null)],
    [
      'seller.organizationNumber',
      seller && {
        kind: 'organization-number',
        value: seller.organizationNumber,
        country: seller.country,
        vatRegistered: seller.vatRegistered,
      },
    ],
    ['seller.address', seller && address(seller.address)],
    ['buyer.name', text(buyer.name)],
    [
      'buyer.organizationNumber',
      buyer.organizationNumber === null
        ? null
        : {
            kind: 'organization-number',
            value: buyer.organizationNumber,
            country: buyer.country,
            vatRegistered: false,
          },
    ],
    ['buyer.address', address(buyer.address)],
  ];
}

function listLineFacts(line: InvoiceLine, { currency }: Invoice): readonly Entry[] {
  const name = (fact: string): string => `line.${line.position}.${fact}`;
  const { discount } = line;
  return [
    [name('description'), text(line.description)],
    [name('quantity'), { kind: 'quantity', quantity: line.quantity, unit: line.unit }],
    [name('unitPrice'), unitPrice(line.unitPriceNet, line.unitPriceGross, currency)],
    [
      name('discount'),
      discount && {
        kind: 'discount',
        netMinor: discount.netMinor,
        grossMinor: discount.grossMinor,
        percentBps: discount.percentBps,
        currency,
      },
    ],
    [name('vatRate'), { kind: 'rate', rateBps: line.rateBps }],
    [name('netAmount'), money(line.netMinor, currency)],
    [name('vatAmount'), money(line.vatMinor, currency)],
    [name('amount'), money(line.grossMinor, currency)],
  ];
}

function listVatFacts(subtotal: VatSubtotal, { vat, currency }: Invoice): readonly Entry[] {
  const key = toVatKey(subtotal, vat);
  return [
    [`vat.${key}.rate`, { kind: 'rate', rateBps: subtotal.rateBps }],
    [`vat.${key}.net`, money(subtotal.netMinor, currency)],
    [`vat.${key}.vat`, money(subtotal.vatMinor, currency)],
    [`exemption.${key}`, text(subtotal.exemption)],
  ];
}

function listTotalFacts({ totals, currency }: Invoice): readonly Entry[] {
  const { vatNational } = totals;
  return [
    ['netTotal', money(totals.netMinor, currency)],
    ['vatTotal', money(totals.vatMinor, currency)],
    ['grossTotal', money(totals.grossMinor, currency)],
    ['rounding', money(totals.roundingMinor, currency)],
    // Taken off what is owed, and printed so.
    ['prepaid', money(0 - totals.prepaidMinor, currency)],
    ['payable', money(totals.payableMinor, currency)],
    ['currency', { kind: 'currency', currency }],
    ['vatTotalNational', vatNational && money(vatNational.minor, vatNational.currency)],
  ];
}

function listPaymentFacts({ payment }: Invoice): readonly Entry[] {
  if (payment === null) return [];
  return [
    ['kid', reference(payment.kid, payment.kidKind)],
    ['bban', reference(payment.bban, 'bban')],
    ['iban', reference(payment.iban, 'iban')],
    ['bic', reference(payment.bic, 'bic')],
    ['payee', text(payment.payee)],
  ];
}

function text(value: string | null): FactValue | null {
  return value === null || value === '' ? null : { kind: 'text', text: value };
}

function reference(value: string | null, scheme: ReferenceScheme): FactValue | null {
  return value === null ? null : { kind: 'reference', reference: value, scheme };
}

function money(minor: number, currency: Money['currency']): FactValue {
  return { kind: 'money', minor, currency };
}

function unitPrice(net: Decimal, gross: Decimal, currency: Money['currency']): FactValue {
  return { kind: 'unit-price', net, gross, currency };
}

function address(value: Address): FactValue | null {
  return isEmptyAddress(value) ? null : { kind: 'address', address: value };
}
