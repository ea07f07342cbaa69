import type { BasisPoints, CalendarDate, Currency, Decimal, Money } from '../../base/index.ts';
import type { DocumentKind, LineType, ReferenceKind, VatCategory } from '../../invoice/index.ts';
import type { OptionValue } from '../brand/parse-brand.ts';
import type { Locale } from '../format/conventions.ts';
import type { OrganizationNumberValue } from '../format/identifiers.ts';

/**
 * What a template sees. Strings are final and printed as they are; everything else is a typed value that only its own
 * helper prints (`{{money …}}`, `{{date …}}`, `{{percent …}}`, `{{number …}}`, `{{kid …}}`), so that no figure reaches
 * paper unformatted and no template computes one. Every key is always present; what may be absent is null or empty.
 */
export interface InvoiceView {
  readonly document: DocumentView;
  readonly invoice: FiguresView;
  readonly seller: SellerView;
  readonly buyer: BuyerView;
  /** Null on a credit note, which asks for no payment. */
  readonly payment: PaymentView | null;
  readonly brand: BrandView;
  readonly texts: TextsView;
  /** The template's own options, each with the brand's value or the template's default. */
  readonly options: Readonly<Record<string, OptionValue>>;
}

export interface DocumentView {
  readonly kind: DocumentKind;
  readonly creditNote: boolean;
  /** `Faktura`, in the document's language. */
  readonly name: string;
  /** `Faktura 16788-000018, Fjord Kaffe AS`. */
  readonly title: string;
  /** What the day it was issued is called. */
  readonly dateLabel: string;
  readonly language: Locale;
  /** Of a test account, and the brand does not keep silent about it. */
  readonly test: boolean;
  readonly copy: boolean;
}

/** A day, printed by `{{date …}}`. */
interface DateValue {
  readonly date: CalendarDate;
}

/** A rate, printed by `{{percent …}}`. */
interface RateValue {
  readonly bps: BasisPoints;
}

export interface FiguresView {
  readonly number: string;
  readonly originalNumber: string | null;
  readonly issueDate: DateValue;
  readonly dueDate: DateValue | null;
  readonly deliveryDate: DateValue | null;
  readonly deliveryPlace: string | null;
  readonly deliveryAddress: AddressView | null;
  readonly currency: Currency;
  readonly orderReference: string;
  readonly orderReference2: string | null;
  readonly buyerReference: string | null;
  readonly costCenter: string | null;
  /** Pages that go along with the document; null where there are none. */
  readonly attachmentPages: Decimal | null;
  /** All lines in the order of print. */
  readonly lines: readonly LineView[];
  /** The same lines by item group; one nameless group where the option `grouping` is off. */
  readonly groups: readonly GroupView[];
  /** Empty where the seller is not registered for VAT. */
  readonly vat: readonly VatView[];
  /** The rates that carry an exemption text, each once. */
  readonly exemptions: readonly VatView[];
  readonly netTotal: Money;
  readonly vatTotal: Money;
  readonly vatTotalNational: Money | null;
  /** What one unit of the invoice's currency is in the seller's; null where VAT is in the invoice's alone. */
  readonly exchangeRate: Decimal | null;
  readonly grossTotal: Money;
  /** Null where nothing was rounded. */
  readonly rounding: Money | null;
  /** Gift cards and other payments already made, as what they take off: negative. Null where there are none. */
  readonly prepaid: Money | null;
  readonly payable: Money;
  /** Whether the amount has more figures than most, and needs smaller ones where it is set large. */
  readonly longPayable: boolean;
  /** How many figures that amount is printed with, decimals included. */
  readonly payableFigures: number;
  /** What people of the document's language call its currency: `kr` or `€` where it is their own, else the ISO code. */
  readonly currencySign: string;
  /** Whether neither rounding nor prepayment stands between the two totals. */
  readonly payableIsGross: boolean;
}

export interface GroupView {
  /** Null for what belongs to no group, and where lines are not grouped. */
  readonly name: string | null;
  readonly lines: readonly LineView[];
  /** Null where the group has no name. */
  readonly subtotal: { readonly net: Money; readonly vat: Money; readonly amount: Money } | null;
}

export interface LineView {
  /** The `n` of `line.<n>.…`, from 1. */
  readonly position: string;
  /** One of the last three, which the totals take along when they move to a new page. */
  readonly staysWithTotals: boolean;
  readonly type: LineType;
  readonly sku: string | null;
  readonly description: string;
  /** What the source says beside the description. */
  readonly detail: string | null;
  readonly group: string | null;
  readonly quantity: Decimal;
  /** Room to leave after the quantity so that commas line up: what it lacks of the longest, as `whole-2`, `1` or `0`. */
  readonly quantityRoom: string;
  readonly unit: string | null;
  /** Before discount, in the major unit. */
  readonly unitPrice: { readonly net: Decimal; readonly gross: Decimal };
  readonly discount: DiscountView | null;
  readonly rate: RateValue;
  /** Whether most of the invoice is at this rate, which then need not be said on every line. */
  readonly mainRate: boolean;
  readonly net: Money;
  readonly vat: Money;
  /** The session's own figure, VAT included. */
  readonly amount: Money;
  /** This line's amount and those of all before it on the page or earlier: what is carried forward after it. */
  readonly runningTotal: Money;
  /** The same without VAT. */
  readonly runningNet: Money;
}

interface DiscountView {
  readonly rate: RateValue | null;
  readonly net: Money;
  readonly gross: Money;
  readonly description: string | null;
}

export interface VatView {
  /** The `<rate>` of `vat.<rate>.…` and `exemption.<rate>`: basis points, and the category where a rate has several. */
  readonly key: string;
  readonly category: VatCategory;
  readonly rate: RateValue;
  readonly net: Money;
  readonly vat: Money;
  readonly gross: Money;
  readonly exemption: string | null;
}

export interface AddressView {
  /** In the country's postal order; the country's name last where the letter crosses a border. */
  readonly lines: readonly string[];
  readonly oneLine: string;
}

export interface SellerView {
  readonly name: string;
  readonly tradeName: string | null;
  readonly organizationNumber: OrganizationNumberValue;
  /** Not registered means: no VAT is charged, none may be shown. */
  readonly vatRegistered: boolean;
  /** What the law asks such a seller to say where the brand has no words of its own; null for those who are registered. */
  readonly vatNotice: string | null;
  /** Where it is another than the organisation number. */
  readonly vatNumber: string | null;
  readonly address: AddressView;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  /** What law and brand want said of the seller: Foretaksregisteret, F-skatt, registered office. */
  readonly registrations: readonly string[];
  /** Whether name, address, contact or registrations are longer than most, and need the width of the page. */
  readonly longDetails: boolean;
}

export interface BuyerView {
  readonly name: string;
  /** Whether it is longer than most, and needs smaller type where it has to stand in a line. */
  readonly longName: boolean;
  readonly contact: string | null;
  readonly organizationNumber: OrganizationNumberValue | null;
  readonly address: AddressView;
  /** How many lines the address window has to hold: name, contact and address. */
  readonly windowLines: number;
}

export interface PaymentView {
  /** Printed by `{{kid …}}` in its country's way. */
  readonly kid: { readonly reference: string; readonly kind: ReferenceKind };
  /** What payers call it: `KID`, `OCR-nummer`, `Referansenummer`. */
  readonly kidLabel: string;
  /** Whether the reference is longer than most, and needs smaller figures. */
  readonly longReference: boolean;
  readonly bban: string | null;
  /** What payers call it: `Kontonummer`, `Bankgiro`, `Plusgiro`. */
  readonly bbanLabel: string;
  readonly iban: string;
  /** Whether the IBAN is longer than Norway's and Finland's, and needs a wider place. */
  readonly longIban: boolean;
  readonly bic: string;
  readonly payee: string;
  /** By the option `paymentQr`; null where no code is to be drawn, or the country has none. */
  readonly qr: PaymentCodeView | null;
  readonly barcode: PaymentCodeView | null;
}

/** A code to scan, printed by `{{qr …}}` or `{{barcode …}}`. */
export interface PaymentCodeView {
  readonly payload: string;
  readonly caption: string;
  /** What it says, for those who cannot see it. */
  readonly alternative: string;
}

export interface BrandView {
  readonly name: string;
  /** Name of the picture for `<img src>`, and the words that stand for it. */
  readonly logo: { readonly source: string; readonly alternative: string } | null;
}

/**
 * The brand's texts in the document's language, a paragraph each; empty where the brand has none. A credit note has only
 * the footer: the others speak of ordering and paying.
 */
export interface TextsView {
  readonly intro: readonly string[];
  /** What the caller says of this one document. */
  readonly note: readonly string[];
  readonly terms: readonly string[];
  readonly latePayment: readonly string[];
  readonly footer: readonly string[];
}
