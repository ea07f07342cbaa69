import type { CalendarDate, Currency } from '../base/index.ts';
import type { DocumentKind, ElectronicAddress, VatCategory } from '../invoice/index.ts';

/**
 * An invoice in the terms of EN 16931-1, from which each syntax is written. Amounts are decimal text in the document's
 * currency with two decimals; a field is null where the invoice does not say it.
 */
export interface SemanticInvoice {
  readonly kind: DocumentKind;
  /** BT-1 */
  readonly number: string;
  /** BT-2 */
  readonly issueDate: CalendarDate;
  /** BT-9 */
  readonly dueDate: CalendarDate | null;
  /** BT-5 */
  readonly currency: Currency;
  /** BT-10 */
  readonly buyerReference: string | null;
  /** BT-13 */
  readonly orderReference: string;
  /** BT-19 */
  readonly accountingReference: string | null;
  /** BT-25 */
  readonly precedingInvoice: string | null;
  /** BG-4 */
  readonly seller: SemanticSeller;
  /** BG-7 */
  readonly buyer: SemanticBuyer;
  /** BT-59, where another than the seller is paid. */
  readonly payee: string | null;
  /** BG-13 */
  readonly delivery: SemanticDelivery | null;
  /** BG-16; null on a credit note. */
  readonly payment: SemanticPayment | null;
  /** BG-20 */
  readonly allowances: readonly DocumentAllowance[];
  /** BG-21 */
  readonly charges: readonly DocumentAllowance[];
  /** BG-25 */
  readonly lines: readonly SemanticLine[];
  /** BG-23 */
  readonly vat: readonly SemanticVat[];
  readonly totals: SemanticTotals;
}

export interface SemanticParty {
  /** BT-27, BT-44: the name in the register. */
  readonly name: string;
  /** BT-28, BT-45 */
  readonly tradeName: string | null;
  /** BT-30, BT-47, with its ISO 6523 scheme where that is known. */
  readonly registration: { readonly scheme: string | null; readonly id: string } | null;
  /** BT-34, BT-49; null where nobody gave one and the syntax can do without. */
  readonly endpoint: ElectronicAddress | null;
  readonly address: SemanticAddress;
  readonly contact: SemanticContact;
}

export interface SemanticSeller extends SemanticParty {
  /** BT-31 */
  readonly vatNumber: string | null;
  /** BT-32: `Foretaksregisteret` in Norway, approval for F-tax in Sweden. */
  readonly taxRegistration: string | null;
  /** BT-33 */
  readonly legalInformation: string | null;
}

export type SemanticBuyer = SemanticParty;

export interface SemanticContact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface SemanticAddress {
  /** At most three. */
  readonly lines: readonly string[];
  readonly city: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface SemanticDelivery {
  /** BT-72 */
  readonly date: CalendarDate | null;
  /** BG-15 */
  readonly address: SemanticAddress | null;
}

export interface SemanticPayment {
  /** BT-81, UNCL4461: 30 credit transfer, 58 SEPA credit transfer. */
  readonly meansCode: '30' | '58';
  /** BT-83: KID, OCR, viitenumero or RF. */
  readonly reference: string;
  /** BT-84 */
  readonly account: { readonly kind: 'iban' | 'national'; readonly id: string };
  /** BT-85 */
  readonly accountName: string;
  /** BT-86 */
  readonly bic: string;
}

export interface VatTerms {
  readonly category: VatCategory;
  /** Percent as decimal text; null for what is outside the scope of VAT, which has no rate (BR-O-05). */
  readonly percent: string | null;
}

export interface DocumentAllowance extends VatTerms {
  readonly amount: string;
  readonly reason: string;
  /** UNCL5189 for allowances, UNCL7161 for charges. */
  readonly reasonCode: string;
}

export interface SemanticLine extends VatTerms {
  /** BT-126 */
  readonly id: string;
  /** BT-129 */
  readonly quantity: string;
  /** BT-130, UN/ECE Recommendation 20 or 21. */
  readonly unitCode: string;
  /** BT-131 */
  readonly netAmount: string;
  /** BT-146; never negative (BR-27). */
  readonly netPrice: string;
  /** BG-27 */
  readonly allowance: { readonly amount: string; readonly reason: string } | null;
  /** BT-153 */
  readonly name: string;
  /** BT-155 */
  readonly sellerItemId: string | null;
}

export interface SemanticVat extends VatTerms {
  /** BT-116 */
  readonly taxable: string;
  /** BT-117 */
  readonly tax: string;
  /** BT-120 */
  readonly exemptionReason: string | null;
  /** BT-121, VATEX */
  readonly exemptionCode: string | null;
}

export interface SemanticTotals {
  /** BT-106 */
  readonly lines: string;
  /** BT-107; null where there are none. */
  readonly allowances: string | null;
  /** BT-108; null where there are none. */
  readonly charges: string | null;
  /** BT-109 */
  readonly net: string;
  /** BT-110 */
  readonly vat: string;
  /** BT-6 and BT-111 */
  readonly vatNational: { readonly currency: Currency; readonly amount: string } | null;
  /** BT-112 */
  readonly gross: string;
  /** BT-113; null where nothing was paid before. */
  readonly prepaid: string | null;
  /** BT-114; null where nothing is rounded. */
  readonly rounding: string | null;
  /** BT-115 */
  readonly payable: string;
}
