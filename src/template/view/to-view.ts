import { CURRENCY_DIGITS, type Money } from '../../base/index.ts';
import { type Invoice, toVatKey } from '../../invoice/index.ts';
import type { Brand, LocalizedText, OptionValue } from '../brand/parse-brand.ts';
import { templateFaults } from '../faults.ts';
import { CONVENTIONS, type Locale } from '../format/conventions.ts';
import { DOCUMENT_LABELS, type Labels, labelOf } from '../labels.ts';
import { toGroupViews } from './to-lines.ts';
import { toAddressView, toBuyerView, toSellerView } from './to-parties.ts';
import { toPaymentView } from './to-payment.ts';
import type { BrandView, DocumentView, FiguresView, InvoiceView, TextsView, VatView } from './view.ts';

/** The name under which the engine hands a brand's logo to layout and paint. */
export const LOGO_RESOURCE = 'logo';

/** Ten million. */
const LONG_PAYABLE = 1_000_000_000;

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
  const { brand, locale, labels, options } = settings;
  const { seller, buyer, payment } = invoice;
  if (seller === null) {
    throw templateFaults.BRAND_MISSING_KEY({
      message: 'neither brand nor order says who sells',
      hint: 'Give a brand file with --brand, or fill in the order’s store.',
    });
  }
  return {
    document: toDocumentView(invoice, seller.name, settings),
    invoice: toFigures(invoice, seller.country, settings),
    seller: toSellerView(invoice, seller, brand, labels),
    buyer: toBuyerView(buyer, seller.country, labels),
    payment:
      payment === null ? null : toPaymentView(invoice, payment, { locale, labels, paymentQr: options['paymentQr'] }),
    brand: toBrandView(brand?.name ?? seller.tradeName ?? seller.name, settings.hasLogo),
    texts: toTexts(invoice, brand, locale),
    options,
  };
}

function toDocumentView(invoice: Invoice, sellerName: string, settings: ViewSettings): DocumentView {
  const { brand, locale, labels } = settings;
  const name = labelOf(labels, DOCUMENT_LABELS[invoice.kind]);
  return {
    kind: invoice.kind,
    creditNote: invoice.kind === 'credit-note',
    name,
    title: `${name} ${invoice.number}, ${sellerName}`,
    dateLabel: labelOf(labels, invoice.kind === 'credit-note' ? 'creditNoteDate' : 'invoiceDate'),
    language: locale,
    test: invoice.test && (brand?.testNotice ?? true),
    copy: invoice.edition.copy,
  };
}

function toFigures(invoice: Invoice, sellerCountry: string, { labels, locale, options }: ViewSettings): FiguresView {
  const { totals, references, currency, edition } = invoice;
  const money = (minor: number): Money => ({ minor, currency });
  const vat = toVatViews(invoice);
  const registered = invoice.seller?.vatRegistered ?? true;
  const groups = toGroupViews(invoice, options['grouping'] === true);
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
    attachmentPages: edition.attachmentPages === null ? null : { units: edition.attachmentPages, scale: 0 },
    lines: groups.flatMap((group) => group.lines),
    groups,
    vat: registered ? vat : [],
    exemptions: vat.filter(({ exemption }) => exemption !== null),
    netTotal: money(totals.netMinor),
    vatTotal: money(totals.vatMinor),
    vatTotalNational: totals.vatNational && { minor: totals.vatNational.minor, currency: totals.vatNational.currency },
    exchangeRate: totals.vatNational?.rate ?? null,
    grossTotal: money(totals.grossMinor),
    rounding: totals.roundingMinor === 0 ? null : money(totals.roundingMinor),
    prepaid: totals.prepaidMinor === 0 ? null : money(-totals.prepaidMinor),
    payable: money(totals.payableMinor),
    payableFigures: String(Math.abs(totals.payableMinor)).padStart(1 + CURRENCY_DIGITS[currency], '0').length,
    currencySign: CONVENTIONS[locale].currencySigns[currency] ?? currency,
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

function toBrandView(name: string, hasLogo: boolean): BrandView {
  return { name, logo: hasLogo ? { source: LOGO_RESOURCE, alternative: name } : null };
}

/** On a credit note, what the brand says to whoever orders and pays is left out. */
function toTexts({ kind, edition }: Invoice, brand: Brand | null, locale: Locale): TextsView {
  const texts: Partial<Brand['texts']> =
    kind === 'credit-note' ? { footer: brand?.texts.footer ?? null } : (brand?.texts ?? {});
  const paragraphs = (text: LocalizedText | null | undefined) => {
    const own = typeof text === 'object' ? text?.[locale] : text;
    return (own ?? '').split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  };
  return {
    intro: paragraphs(texts.intro),
    note: paragraphs(edition.note),
    terms: paragraphs(texts.terms),
    latePayment: paragraphs(texts.latePayment),
    footer: paragraphs(texts.footer),
  };
}
