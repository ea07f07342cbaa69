import type { Money } from '../../base/index.ts';
import { type Invoice, type PaymentDetails, toVatKey } from '../../invoice/index.ts';
import type { Brand, LocalizedText, OptionValue } from '../brand/parse-brand.ts';
import { templateFaults } from '../faults.ts';
import type { Locale } from '../format/conventions.ts';
import { DOCUMENT_LABELS, type Labels, labelOf, REFERENCE_LABELS } from '../labels.ts';
import { toLineViews } from './to-lines.ts';
import { toAddressView, toBuyerView, toSellerView } from './to-parties.ts';
import type { BrandView, DocumentView, FiguresView, InvoiceView, PaymentView, TextsView, VatView } from './view.ts';

/** The name under which the engine hands a brand's logo to layout and paint. */
export const LOGO_RESOURCE = 'logo';

/** Ten million. */
const LONG_PAYABLE = 1_000_000_000;
/** Finnish IBANs have 18 characters, Swedish 24. */
const LONG_IBAN = 18;
/** KID and OCR may have 25 digits; Kravia's have 15. */
const LONG_REFERENCE = 20;

/** What a view needs beside the invoice; everything is settled before, nothing is looked up here. */
export interface ViewSettings {
  /** Null where the seller is the order's store alone. */
  readonly brand: Brand | null;
  /** False where the brand names a logo but none was loaded. */
  readonly hasLogo: boolean;
  readonly locale: Locale;
  readonly labels: Labels;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** The invoice as a template sees it. Arranges and names; every amount is the model's own. */
export function toView(invoice: Invoice, settings: ViewSettings): InvoiceView {
  const { brand, locale, labels } = settings;
  const { seller, buyer, payment } = invoice;
  if (seller === null) {
    throw templateFaults.BRAND_MISSING_KEY({
      message: 'neither brand nor order says who sells',
      hint: 'Give a brand file with --brand, or fill in the order’s store.',
    });
  }
  return {
    document: toDocumentView(invoice, seller.name, settings),
    invoice: toFigures(invoice, seller.country, labels),
    seller: toSellerView(seller, brand, buyer.country, labels),
    buyer: toBuyerView(buyer, seller.country, labels),
    payment: payment === null ? null : toPaymentView(payment, labels),
    brand: toBrandView(brand?.name ?? seller.tradeName ?? seller.name, settings.hasLogo),
    texts: toTexts(invoice.kind === 'credit-note' ? toCreditNoteTexts(brand) : brand?.texts, locale),
    options: settings.options,
  };
}

function toDocumentView(invoice: Invoice, sellerName: string, { locale, labels }: ViewSettings): DocumentView {
  const name = labelOf(labels, DOCUMENT_LABELS[invoice.kind]);
  return {
    kind: invoice.kind,
    creditNote: invoice.kind === 'credit-note',
    name,
    title: `${name} ${invoice.number}, ${sellerName}`,
    dateLabel: labelOf(labels, invoice.kind === 'credit-note' ? 'creditNoteDate' : 'invoiceDate'),
    language: locale,
    test: invoice.test,
  };
}

function toFigures(invoice: Invoice, sellerCountry: string, labels: Labels): FiguresView {
  const { totals, references, currency } = invoice;
  const money = (minor: number): Money => ({ minor, currency });
  const vat = toVatViews(invoice);
  return {
    number: invoice.number,
    originalNumber: invoice.originalNumber,
    issueDate: { date: invoice.issueDate.date },
    dueDate: invoice.dueDate === null ? null : { date: invoice.dueDate.date },
    deliveryDate: invoice.deliveryDate === null ? null : { date: invoice.deliveryDate },
    deliveryPlace: invoice.deliveryPlace,
    deliveryAddress:
      invoice.deliveryAddress === null ? null : toAddressView(invoice.deliveryAddress, sellerCountry, labels),
    currency,
    orderReference: references.order,
    orderReference2: references.order2,
    buyerReference: references.buyer,
    costCenter: references.costCenter,
    lines: toLineViews(invoice.lines, currency),
    vat,
    exemptions: vat.filter(({ exemption }) => exemption !== null),
    netTotal: money(totals.netMinor),
    vatTotal: money(totals.vatMinor),
    vatTotalNational: totals.vatNational,
    grossTotal: money(totals.grossMinor),
    rounding: totals.roundingMinor === 0 ? null : money(totals.roundingMinor),
    prepaid: totals.prepaidMinor === 0 ? null : money(-totals.prepaidMinor),
    payable: money(totals.payableMinor),
    longPayable: Math.abs(totals.payableMinor) >= LONG_PAYABLE,
    payableIsGross: totals.roundingMinor === 0 && totals.prepaidMinor === 0,
  };
}

function toVatViews({ vat, currency }: Invoice): readonly VatView[] {
  return vat.map((subtotal) => ({
    key: toVatKey(subtotal, vat),
    category: subtotal.category,
    rate: { bps: subtotal.rateBps },
    net: { minor: subtotal.netMinor, currency },
    vat: { minor: subtotal.vatMinor, currency },
    gross: { minor: subtotal.grossMinor, currency },
    exemption: subtotal.exemption,
  }));
}

function toPaymentView(payment: PaymentDetails, labels: Labels): PaymentView {
  return {
    kid: { reference: payment.kid, kind: payment.kidKind },
    kidLabel: labelOf(labels, REFERENCE_LABELS[payment.kidKind]),
    longReference: payment.kid.length > LONG_REFERENCE,
    bban: payment.bban,
    iban: payment.iban,
    longIban: payment.iban.length > LONG_IBAN,
    bic: payment.bic,
    payee: payment.payee,
  };
}

function toBrandView(name: string, hasLogo: boolean): BrandView {
  return { name, logo: hasLogo ? { source: LOGO_RESOURCE, alternative: name } : null };
}

/** What the brand says to whoever orders and pays is left out. */
function toCreditNoteTexts(brand: Brand | null): Partial<Brand['texts']> {
  return brand === null ? {} : { footer: brand.texts.footer };
}

function toTexts(texts: Partial<Brand['texts']> | undefined, locale: Locale): TextsView {
  const paragraphs = (text: LocalizedText | null | undefined) => {
    const own = typeof text === 'object' ? text?.[locale] : text;
    return (own ?? '').split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  };
  return {
    intro: paragraphs(texts?.intro),
    terms: paragraphs(texts?.terms),
    latePayment: paragraphs(texts?.latePayment),
    footer: paragraphs(texts?.footer),
  };
}
