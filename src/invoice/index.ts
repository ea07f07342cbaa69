/**
 * Floor 1: the invoice as facts. Comes in: integers and checked strings. Goes out: `Invoice`, plain data whose sums add
 * up. Never here: Dintero's wire names, strings for people, input or output.
 */
export type { BrandFacts, InvoiceChannel } from './brand-facts.ts';
export { type DiscountedLine, toDiscount } from './discount.ts';
export { type Fact, type FactValue, isFactName, listFactNames, type ReferenceScheme, toVatKey } from './fact.ts';
export { toCarriedForward, toFacts } from './facts.ts';
export { invoiceFaults } from './faults.ts';
export { type InferredRate, inferRate, type RateMistake, type StatedRate } from './infer-rate.ts';
export type * from './invoice.ts';
export {
  findForeignLanguage,
  findMissingSellerFields,
  findMissingStatements,
  type MissingSellerField,
  type SellerDraft,
  toNationalCurrency,
} from './legal.ts';
export { groupLines, type LineGroup } from './line-groups.ts';
export { listNationalRates, listRatesInForce } from './national-rates.ts';
export { type EpcQrFields, toEpcQr } from './payment-codes/epc-qr.ts';
export { listPaymentCodes } from './payment-codes/list-payment-codes.ts';
export type { PaymentCode, PaymentCodeChoice } from './payment-codes/payment-code.ts';
export { toUsingQr, type UsingQrAccount, type UsingQrFields } from './payment-codes/using-qr.ts';
export { toVirtualBarcode, type VirtualBarcodeFields } from './payment-codes/virtual-barcode.ts';
export { checkIbanMatchesBban, parseBban } from './references/bban.ts';
export { matchesIbanCountry, parseBic } from './references/bic.ts';
export { type Giro, parseGiro } from './references/giro.ts';
export { parseIban, toIbanCountry } from './references/iban.ts';
export { isIdentityNumber } from './references/identity-number.ts';
export { parseInvoiceNumber } from './references/invoice-number.ts';
export { type Kid, parseKid } from './references/kid.ts';
export { hasLengthDigit, type Ocr, parseOcr } from './references/ocr.ts';
export { type OrganizationNumber, parseOrganizationNumber } from './references/organization-number.ts';
export { type PaymentReference, parsePaymentReference } from './references/payment-reference.ts';
export { parseRfReference, type RfReference } from './references/rf.ts';
export { parseViitenumero, type Viitenumero } from './references/viitenumero.ts';
export { listRequiredFacts, type RequiredFact } from './required-facts.ts';
export { assertSums, type Settlement, toTotals } from './totals.ts';
export {
  findUnitPrice,
  findUnitPrices,
  MAX_UNIT_PRICE_DECIMALS,
  multiplyPrice,
  type PricedLine,
} from './unit-price.ts';
export { computeVat, type DraftLine, isPlausibleVat, type LineVat, type RateVat, type VatBreakdown } from './vat.ts';
