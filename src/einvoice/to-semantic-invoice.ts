import { sumMinor } from '../base/index.ts';
import type { Invoice, InvoiceLine, PaymentDetails, VatSubtotal } from '../invoice/index.ts';
import { toAmountText, toNumberText, toPercentText } from './decimal-text.ts';
import type {
  DocumentAllowance,
  SemanticDelivery,
  SemanticInvoice,
  SemanticLine,
  SemanticPayment,
  SemanticTotals,
  SemanticVat,
  VatTerms,
} from './semantic-invoice.ts';
import { toAddress, toBuyer, toSeller } from './to-parties.ts';
import { toUnitCode } from './unit-codes.ts';

/** What a syntax asks beyond EN 16931. */
export interface SyntaxDemands {
  /** Peppol: both parties have an electronic address. */
  readonly endpoints: boolean;
}

/**
 * An invoice in the terms of EN 16931. Discounts on the order are document level allowances, surcharges charges; gift
 * cards are what was paid before. Every sum is the invoice's own, none is worked out again.
 *
 * @throws the faults of `eInvoiceFaults`, each naming the field and whose it is
 */
export function toSemanticInvoice(invoice: Invoice, demands: SyntaxDemands): SemanticInvoice {
  const { lines, allowances, charges } = sortLines(invoice.lines);
  const seller = toSeller(invoice, demands);
  return {
    kind: invoice.kind,
    number: invoice.number,
    issueDate: invoice.issueDate.date,
    dueDate: invoice.dueDate?.date ?? null,
    currency: invoice.currency,
    buyerReference: invoice.references.buyer,
    orderReference: invoice.references.order,
    accountingReference: invoice.references.costCenter,
    precedingInvoice: invoice.originalNumber,
    seller,
    buyer: toBuyer(invoice, demands),
    payee: toPayee(invoice.payment, seller.name),
    delivery: toDelivery(invoice),
    payment: invoice.payment === null ? null : toPayment(invoice.payment, invoice),
    allowances: allowances.map((line) => toAllowance(line, -line.netMinor, '95')),
    charges: charges.map((line) => toAllowance(line, line.netMinor, 'ABK')),
    lines: lines.map(toLine),
    vat: invoice.vat.map(toVat),
    totals: toTotals(invoice, lines, allowances, charges),
  };
}

interface SortedLines {
  readonly lines: readonly InvoiceLine[];
  readonly allowances: readonly InvoiceLine[];
  readonly charges: readonly InvoiceLine[];
}

/** What is taken off or added to the whole order, unless nothing else would be left (BR-16 wants a line). */
function sortLines(all: readonly InvoiceLine[]): SortedLines {
  const isAllowance = ({ type, netMinor }: InvoiceLine) => type === 'discount' && netMinor <= 0;
  const isCharge = ({ type, netMinor }: InvoiceLine) => type === 'surcharge' && netMinor >= 0;
  const lines = all.filter((line) => !isAllowance(line) && !isCharge(line));
  if (lines.length === 0) return { lines: all, allowances: [], charges: [] };
  return { lines, allowances: all.filter(isAllowance), charges: all.filter(isCharge) };
}

function toPayee(payment: PaymentDetails | null, seller: string): string | null {
  return payment === null || payment.payee === seller ? null : payment.payee;
}

/** A delivery without date and place is none; an address without a country cannot be said (BR-57). */
function toDelivery({ deliveryDate, deliveryAddress, buyer }: Invoice): SemanticDelivery | null {
  const country = deliveryAddress?.country ?? buyer.country;
  const address = deliveryAddress === null || country === null ? null : toAddress(deliveryAddress, country);
  return deliveryDate === null && address === null ? null : { date: deliveryDate, address };
}

/** Norwegian accounts are known by their national number; everywhere else the IBAN is the account. */
function toPayment(payment: PaymentDetails, { currency }: Invoice): SemanticPayment {
  const national = currency === 'NOK' && payment.iban.startsWith('NO') ? payment.bban : null;
  return {
    meansCode: currency === 'EUR' ? '58' : '30',
    reference: payment.kid,
    account: national === null ? { kind: 'iban', id: payment.iban } : { kind: 'national', id: national },
    accountName: payment.payee,
    bic: payment.bic,
  };
}

function toAllowance(line: InvoiceLine, netMinor: number, reasonCode: string): DocumentAllowance {
  return { amount: toAmountText(netMinor), reason: line.description, reasonCode, ...toVatTerms(line) };
}

function toVatTerms({ category, rateBps }: Pick<InvoiceLine, 'category' | 'rateBps'>): VatTerms {
  return { category, percent: category === 'O' ? null : toPercentText(rateBps) };
}

/** A price is never negative (BR-27): what goes back to the buyer is a negative quantity. */
function toLine(line: InvoiceLine): SemanticLine {
  const { quantity, unitPriceNet: price, discount } = line;
  const sign = price.units < 0 ? -1 : 1;
  return {
    id: String(line.position),
    quantity: toNumberText({ units: sign * quantity.units, scale: quantity.scale }),
    unitCode: toUnitCode(line.unit),
    netAmount: toAmountText(line.netMinor),
    netPrice: toNumberText({ units: sign * price.units, scale: price.scale }),
    allowance:
      discount === null || discount.netMinor === 0
        ? null
        : { amount: toAmountText(discount.netMinor), reason: discount.description ?? 'Discount' },
    name: line.description,
    sellerItemId: line.sku,
    ...toVatTerms(line),
  };
}

/** Z needs no reason (BR-Z-10); O always has the code of what is outside the scope (BR-O-10). */
function toVat(subtotal: VatSubtotal): SemanticVat {
  return {
    taxable: toAmountText(subtotal.netMinor),
    tax: toAmountText(subtotal.vatMinor),
    exemptionReason: subtotal.exemption,
    exemptionCode: subtotal.category === 'O' ? 'VATEX-EU-O' : null,
    ...toVatTerms(subtotal),
  };
}

function toTotals(
  { totals }: Invoice,
  lines: readonly InvoiceLine[],
  allowances: readonly InvoiceLine[],
  charges: readonly InvoiceLine[],
): SemanticTotals {
  const sumNet = (of: readonly InvoiceLine[]) => sumMinor(of.map((line) => line.netMinor));
  const unlessZero = (minor: number) => (minor === 0 ? null : toAmountText(minor));
  return {
    lines: toAmountText(sumNet(lines)),
    allowances: allowances.length === 0 ? null : toAmountText(-sumNet(allowances) || 0),
    charges: charges.length === 0 ? null : toAmountText(sumNet(charges)),
    net: toAmountText(totals.netMinor),
    vat: toAmountText(totals.vatMinor),
    vatNational:
      totals.vatNational === null
        ? null
        : { currency: totals.vatNational.currency, amount: toAmountText(totals.vatNational.minor) },
    gross: toAmountText(totals.grossMinor),
    prepaid: unlessZero(totals.prepaidMinor),
    rounding: unlessZero(totals.roundingMinor),
    payable: toAmountText(totals.payableMinor),
  };
}
