import type { BasisPoints, CalendarDate, Currency, Decimal, Finding, MinorUnits } from '../base/index.ts';

/** What the document is: an invoice, or the credit note that takes one back. */
export type DocumentKind = 'invoice' | 'credit-note';

/** ISO 3166 alpha-2 of the countries whose rules are known; any other country is kept as given. */
export type CountryCode = string;

/**
 * The facts of one invoice, and nothing else: what Kravia collects by. Plain data; amounts in minor units and VAT
 * included unless the name says net; rates in basis points; made by `toInvoice` and never changed afterwards.
 */
export interface Invoice {
  readonly kind: DocumentKind;
  /** `kravia:invoice_number`, unchanged; a credit note has its own. */
  readonly number: string;
  /** Number of the invoice that a credit note takes back. */
  readonly originalNumber: string | null;
  readonly issueDate: DocumentDate;
  /** Null on a credit note. */
  readonly dueDate: DocumentDate | null;
  readonly deliveryDate: CalendarDate | null;
  readonly deliveryPlace: string | null;
  readonly currency: Currency;
  readonly seller: Seller | null;
  readonly buyer: Buyer;
  readonly deliveryAddress: Address | null;
  readonly lines: readonly InvoiceLine[];
  /** One entry per rate and category, highest rate first. */
  readonly vat: readonly VatSubtotal[];
  readonly totals: Totals;
  /** Null on a credit note, which asks for no payment. */
  readonly payment: PaymentDetails | null;
  readonly references: References;
  readonly edition: Edition;
  /** True for a test account (ids beginning with T). */
  readonly test: boolean;
  /** Doubts met on the way that do not stop the document: derived dates, rates repaired, missing legal wording. */
  readonly warnings: readonly Finding[];
}

/** What the one who asks for a document says of it; nothing that is owed depends on it. */
export interface Edition {
  /** Marked as a copy of a document that was sent before. */
  readonly copy: boolean;
  /** A word to this buyer about this order. */
  readonly note: string | null;
  /** Pages that go along with the document: time sheets, delivery notes. */
  readonly attachmentPages: number | null;
}

/** A date and where it was found. */
export interface DocumentDate {
  readonly date: CalendarDate;
  /** `event`: Kravia's own event metadata; `derived`: worked out by us, and said so in a warning. */
  readonly origin: 'event' | 'derived';
}

export interface Address {
  /** Street lines, c/o first, none empty. */
  readonly lines: readonly string[];
  readonly postalCode: string | null;
  readonly postalPlace: string | null;
  readonly country: CountryCode | null;
}

export interface Seller {
  /** Legal name, as it must stand on the document. */
  readonly name: string;
  readonly tradeName: string | null;
  /** Digits only, without country prefix or VAT suffix. */
  readonly organizationNumber: string;
  readonly vatRegistered: boolean;
  readonly address: Address;
  readonly country: CountryCode;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly statements: SellerStatements;
  /** Electronic address for e-invoices; null where nobody gave one. */
  readonly endpoint: ElectronicAddress | null;
}

/** What a seller says of itself beyond name and number; null until the brand says yes, no or where. */
export interface SellerStatements {
  /** Norway: entered in Foretaksregisteret, so that the word stands on every sales document. */
  readonly foretaksregisteret: boolean | null;
  /** Sweden: approved for F-tax. */
  readonly fTax: boolean | null;
  /** Sweden: the town of the registered office (säte). */
  readonly registeredOffice: string | null;
}

/** An address in an electronic network: a scheme of the EAS code list, such as `0192`, and an identifier in it. */
export interface ElectronicAddress {
  readonly scheme: string;
  readonly id: string;
}

export interface Buyer {
  /** Business name, or first and last name. */
  readonly name: string;
  /** First and last name beside a business name. */
  readonly contact: string | null;
  /** Digits only; null for consumers. */
  readonly organizationNumber: string | null;
  readonly address: Address;
  readonly country: CountryCode | null;
}

/** What a line is, which decides where it is counted. Gift cards are payments and stand in `Totals.prepaidMinor`. */
export type LineType = 'sale' | 'shipping' | 'discount' | 'surcharge';

export interface InvoiceLine {
  /** Position on the document from 1; the `n` of the fact `line.<n>.…`. */
  readonly position: number;
  readonly type: LineType;
  /** Dintero's `id`, the article number. */
  readonly sku: string | null;
  readonly description: string;
  /** What the source says beside the description: size, colour, what a delivery is; null where it says nothing. */
  readonly detail: string | null;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly quantity: Decimal;
  /** Unit of the quantity where the source names one. */
  readonly unit: string | null;
  /** Before discount and VAT, in the major unit, with as many decimals as make quantity × price come out even. */
  readonly unitPriceNet: Decimal;
  /** Before discount, VAT included. */
  readonly unitPriceGross: Decimal;
  /** What was taken off this line, VAT included; null where nothing was. */
  readonly discount: Discount | null;
  readonly category: VatCategory;
  readonly rateBps: BasisPoints;
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  /** The session's own figure: after discount, VAT included. */
  readonly grossMinor: MinorUnits;
}

export interface Discount {
  /** Positive, VAT included. */
  readonly grossMinor: MinorUnits;
  readonly netMinor: MinorUnits;
  /** As a share of the price before discount where that comes out exact to a basis point. */
  readonly percentBps: BasisPoints | null;
  readonly description: string | null;
}

/** UNCL5305: S standard rate, Z zero rated, E exempt, AE reverse charge, G export, O outside scope. */
export type VatCategory = 'S' | 'Z' | 'E' | 'AE' | 'G' | 'O';

export interface VatSubtotal {
  readonly category: VatCategory;
  readonly rateBps: BasisPoints;
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  readonly grossMinor: MinorUnits;
  /** Words the law asks for where no VAT is charged; from the brand. */
  readonly exemption: string | null;
}

/** `gross = net + vat`; `payable = gross + rounding − prepaid`. Asserted where they are made. */
export interface Totals {
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  readonly grossMinor: MinorUnits;
  readonly roundingMinor: MinorUnits;
  /** Gift cards and other payments already made; positive. */
  readonly prepaidMinor: MinorUnits;
  readonly payableMinor: MinorUnits;
  /** VAT in the seller's own currency where the law asks for it; null where the currencies agree. */
  readonly vatNational: NationalVat | null;
}

/** VAT in the seller's own currency (directive art. 230, bokføringsforskriften § 5-1-1 no. 6). */
export interface NationalVat {
  readonly minor: MinorUnits;
  readonly currency: Currency;
  /** What one unit of the invoice's currency is in the seller's, as the caller gave it. */
  readonly rate: Decimal;
}

/** The payment reference by the rule it satisfies. */
export type ReferenceKind = 'kid-mod10' | 'kid-mod11' | 'ocr' | 'viitenumero' | 'rf';

export interface PaymentDetails {
  /** The reference to pay with: KID, OCR, viitenumero or RF, exactly as Kravia gave it. */
  readonly kid: string;
  readonly kidKind: ReferenceKind;
  /** National account number, digits only; null where Kravia gave only an IBAN. */
  readonly bban: string | null;
  /** Electronic form, without spaces. */
  readonly iban: string;
  readonly bic: string;
  /** Who is paid: the account holder's name. */
  readonly payee: string;
}

export interface References {
  /** Dintero's transaction id. */
  readonly transactionId: string;
  /** `merchant_reference`. */
  readonly order: string;
  /** `merchant_reference_2`. */
  readonly order2: string | null;
  /** `billing_address.customer_reference`. */
  readonly buyer: string | null;
  /** `billing_address.cost_center`. */
  readonly costCenter: string | null;
}
