import { type Finding, sumMinor } from '../base/index.ts';
import { assertSums, type BrandFacts, type DocumentKind, type Invoice, toTotals } from '../invoice/index.ts';
import { readBuyer, readDeliveryAddress } from './buyer.ts';
import { assertMerchantChannel, type ChannelOptions } from './channel.ts';
import { readCreditNoteNumber } from './credit-note.ts';
import { readCurrency } from './currency.ts';
import { readCreditNoteDate, readInvoiceDates } from './dates.ts';
import { readDelivery } from './delivery.ts';
import { type EditionOptions, readEdition, readNationalVat } from './edition.ts';
import { toInvoiceLines } from './invoice-lines.ts';
import { readInvoiceNumber, readPaymentDetails } from './payment.ts';
import { assertProduct } from './product.ts';
import type { RateContext } from './rated-line.ts';
import { readReferences } from './references.ts';
import { warnOfRetoldLines } from './retold-lines.ts';
import { readStore, toSeller } from './seller.ts';
import { findSellerCountry } from './seller-country.ts';
import { settleOrder } from './settle-order.ts';
import { assertCollected, assertStatus } from './state.ts';
import { toWarning, type Warn } from './warnings.ts';
import type { Source } from './wire/source.ts';

/** What to make, and what the caller vouches for. */
export interface InvoiceOptions extends ChannelOptions, EditionOptions {
  /** An invoice unless said otherwise. */
  readonly kind?: DocumentKind | undefined;
  /** Required for a credit note whose record does not say it. */
  readonly creditNoteNumber?: string | undefined;
  /**
   * `required` (the default): without a brand the order's store must name the seller. `optional`: without a brand the
   * seller is null; for checking a document whose brand is not at hand.
   */
  readonly seller?: 'required' | 'optional' | undefined;
}

/**
 * The invoice that a session and its transaction stand for: every figure from the source, every sum held against the
 * others. Pure; the same source gives the same invoice. Doubts that do not stop it are in `warnings`.
 *
 * Without a brand (`brand` null) the seller is the order's store, or null with `seller: 'optional'`. An invoice whose
 * `seller` is null knows nothing of its brand: neither seller nor payee, which then is just "Kravia", may be asserted.
 *
 * A credit note takes back the whole invoice of a cancelled transaction. Its amounts have the signs of the invoice, as
 * in EN 16931, because its kind says which way they go. It asks for no payment and has no due date.
 *
 * @throws Fault of kind `input` with the JSON path, or `usage` for a credit note's number
 */
export function toInvoice(source: Source, brand: BrandFacts | null, options: InvoiceOptions = {}): Invoice {
  const kind = options.kind ?? 'invoice';
  const warnings: Finding[] = [];
  const warn: Warn = (doubt) => warnings.push(toWarning(doubt));

  assertProduct(source);
  assertStatus(source, kind);
  assertMerchantChannel(source, brand, options, warn);
  if (kind === 'invoice') assertCollected(source);

  const currency = readCurrency(source);
  const order = settleOrder(source);
  const dates = readDates(source, kind, warn);
  const delivery = readDelivery(source, warn);
  const country = findSellerCountry(source, brand, currency);
  const rateContext: RateContext = {
    country,
    date: delivery.date ?? dates.issueDate.date,
    vatRegistered: brand?.vatRegistered ?? true,
    orderVatMinor: source.session.order.vat_amount ?? null,
  };
  const { lines, vat } = toInvoiceLines(order, brand, rateContext, warn);
  const vatMinor = sumMinor(vat.map((subtotal) => subtotal.vatMinor));
  warnOfVatSum(source, vatMinor, warn);
  const vatNational = readNationalVat(source, brand, options, { currency, vatMinor }, warn);
  const totals = toTotals(vat, { ...order, vatNational });
  warnOfRetoldLines(source, warn);

  const buyer = readBuyer(source, warn);
  const invoice: Invoice = {
    kind,
    ...readNumbers(source, kind, options),
    ...dates,
    deliveryDate: delivery.date,
    deliveryPlace: delivery.place,
    currency,
    seller: readSeller(source, brand, options, totals.vatMinor !== 0, warn),
    buyer,
    deliveryAddress: readDeliveryAddress(source, buyer, warn),
    lines,
    vat,
    totals,
    payment: kind === 'invoice' ? readPaymentDetails(source, brand?.payee ?? null, warn) : null,
    references: readReferences(source, dates.issueDate.date, warn),
    edition: readEdition(source, options, warn),
    test: source.transaction.id.startsWith('T'),
    warnings,
  };
  assertSums(invoice);
  return invoice;
}

function readDates(source: Source, kind: DocumentKind, warn: Warn): Pick<Invoice, 'issueDate' | 'dueDate'> {
  if (kind === 'credit-note') return { issueDate: readCreditNoteDate(source, warn), dueDate: null };
  const { issue, due } = readInvoiceDates(source, warn);
  return { issueDate: issue, dueDate: due };
}

function readNumbers(
  source: Source,
  kind: DocumentKind,
  options: InvoiceOptions,
): Pick<Invoice, 'number' | 'originalNumber'> {
  const number = readInvoiceNumber(source);
  if (kind === 'invoice') return { number, originalNumber: null };
  return {
    number: readCreditNoteNumber(source.document?.credit_note_number ?? options.creditNoteNumber, number),
    originalNumber: number,
  };
}

function readSeller(
  source: Source,
  brand: BrandFacts | null,
  options: InvoiceOptions,
  chargesVat: boolean,
  warn: Warn,
): Invoice['seller'] {
  if (brand !== null) return toSeller(brand);
  return options.seller === 'optional' ? null : readStore(source, chargesVat, warn);
}

function warnOfVatSum({ session }: Source, vatMinor: number, warn: Warn): void {
  const given = session.order.vat_amount;
  if (given === undefined || given === vatMinor) return;
  const field = 'session.order.vat_amount';
  const expected = String(vatMinor);
  const message = `Unexpected ${given} in ${field}, expected ${vatMinor}, the VAT of its lines, which is used`;
  warn({ ruleId: 'source-vat-sum', field, expected, found: String(given), message });
}
