import type { BasisPoints, CalendarDate, Currency, Decimal, MinorUnits } from '../base/index.ts';
import type { Address, CountryCode, DocumentKind, ReferenceKind, VatSubtotal } from './invoice.ts';

/**
 * One statement that a document makes and that its session can confirm, under the name that templates mark it with
 * (`data-fact="payable"`). The validator expects these; the renderer has no use for them.
 */
export interface Fact {
  readonly name: string;
  readonly value: FactValue;
  /** Whether the law, the payment or the document's own sums need it on the page; `listRequiredFacts` says why. */
  readonly required: boolean;
}

/** What kind of thing a reference is, which decides how it may be grouped in print. */
export type ReferenceScheme = 'invoice-number' | ReferenceKind | 'bban' | 'iban' | 'bic';

/** The value of a fact, exact and unformatted; how it looks in print is for the reading side to know by itself. */
export type FactValue =
  | { readonly kind: 'document-kind'; readonly documentKind: DocumentKind }
  | { readonly kind: 'text'; readonly text: string }
  /** In electronic form: no spaces but those that are part of it. */
  | { readonly kind: 'reference'; readonly reference: string; readonly scheme: ReferenceScheme }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'money'; readonly minor: MinorUnits; readonly currency: Currency }
  | { readonly kind: 'currency'; readonly currency: Currency }
  | { readonly kind: 'rate'; readonly rateBps: BasisPoints }
  | { readonly kind: 'quantity'; readonly quantity: Decimal; readonly unit: string | null }
  /** Printed either with or without VAT, and says which. */
  | { readonly kind: 'unit-price'; readonly net: Decimal; readonly gross: Decimal; readonly currency: Currency }
  /** Printed as an amount, with or without VAT, or as a percentage. */
  | {
      readonly kind: 'discount';
      readonly netMinor: MinorUnits;
      readonly grossMinor: MinorUnits;
      readonly percentBps: BasisPoints | null;
      readonly currency: Currency;
    }
  | { readonly kind: 'address'; readonly address: Address }
  /** Digits only; a Norwegian seller's is printed with MVA if it is VAT registered. */
  | {
      readonly kind: 'organization-number';
      readonly value: string;
      readonly country: CountryCode | null;
      readonly vatRegistered: boolean;
    };

/** Names as CONTRACT lists them; `*` stands for a line's position or a rate's key. */
const FACT_NAMES = [
  ...['kind', 'invoiceNumber', 'invoiceDate', 'dueDate', 'deliveryDate', 'originalInvoice', 'currency'],
  ...['kid', 'bban', 'iban', 'bic', 'payee', 'payable'],
  ...['netTotal', 'vatTotal', 'grossTotal', 'rounding', 'prepaid', 'vatTotalNational'],
  ...['vat.*.rate', 'vat.*.net', 'vat.*.vat', 'exemption.*', 'carriedForward.*'],
  ...['orderReference', 'buyerReference'],
  ...['buyer.name', 'buyer.organizationNumber', 'buyer.address'],
  ...['seller.name', 'seller.organizationNumber', 'seller.address'],
  ...['line.*.description', 'line.*.quantity', 'line.*.unitPrice', 'line.*.discount'],
  ...['line.*.vatRate', 'line.*.netAmount', 'line.*.vatAmount', 'line.*.amount'],
] as const;

const KNOWN: ReadonlySet<string> = new Set(FACT_NAMES);
const POSITION = /(?<=^(?:line|carriedForward)\.)[1-9]\d*(?=\.|$)/;
/** Layout puts in the number of a page. */
const PAGE = /(?<=^carriedForward\.)\{(?:previous-)?page\}$/;
const RATE_KEY = /(?<=^(?:vat|exemption)\.)(?:0|[1-9]\d{0,4})(?:-(?:S|Z|E|AE|G|O))?(?=\.|$)/;

/** Whether a name is one that some invoice could have a fact under, so that a template's slip of the pen is found. */
export function isFactName(name: string): boolean {
  return KNOWN.has(name.replace(POSITION, '*').replace(PAGE, '*').replace(RATE_KEY, '*')) && !name.includes('*');
}

/** Every name there is, with `*` for positions and rate keys; for messages that suggest the nearest. */
export function listFactNames(): readonly string[] {
  return FACT_NAMES;
}

/**
 * The part of a VAT fact's name that tells the rate: basis points, such as the `2550` of `vat.2550.net`. Where one rate
 * has several categories (zero rated beside exempt), the category follows: `vat.0-E.net`.
 */
export function toVatKey(subtotal: VatSubtotal, subtotals: readonly VatSubtotal[]): string {
  const shared = subtotals.filter((other) => other.rateBps === subtotal.rateBps).length > 1;
  return shared ? `${subtotal.rateBps}-${subtotal.category}` : String(subtotal.rateBps);
}
