import type { Currency, Finding } from '../base/index.ts';
import { cite, type LegalDuty } from './citations.ts';
import type { Address, CountryCode, SellerStatements } from './invoice.ts';

/** Who sells, as far as a source or brand tells; a field is null where it does not. */
export interface SellerDraft {
  readonly name: string | null;
  readonly organizationNumber: string | null;
  readonly address: Address | null;
  readonly country: CountryCode | null;
}

/** What a seller lacks to stand on a sales document. */
export interface MissingSellerField {
  readonly field:
    | 'name'
    | 'organizationNumber'
    | 'country'
    | 'address.lines'
    | 'address.postalCode'
    | 'address.postalPlace';
  readonly citation: string;
}

/**
 * The fields without which no document can be made in the seller's name: legal name, organisation number and address,
 * in each of Norway, Sweden and Finland. (Norway asks for the address of companies in Foretaksregisteret only; which
 * sellers are, is not known without the brand saying so.)
 */
export function findMissingSellerFields(seller: SellerDraft): readonly MissingSellerField[] {
  const { address } = seller;
  const fields: (readonly [MissingSellerField['field'], LegalDuty, present: boolean])[] = [
    ['name', 'seller', isSaid(seller.name)],
    ['organizationNumber', 'sellerNumber', isSaid(seller.organizationNumber)],
    ['country', 'seller', isSaid(seller.country)],
    ['address.lines', 'sellerAddress', address?.lines.some(isSaid) ?? false],
    ['address.postalCode', 'sellerAddress', isSaid(address?.postalCode)],
    ['address.postalPlace', 'sellerAddress', isSaid(address?.postalPlace)],
  ];
  return fields
    .filter(([, , present]) => !present)
    .map(([field, duty]) => ({ field, citation: cite(duty, seller.country) }));
}

/**
 * Warnings for words that the seller's country asks for and nobody has said yet. Whether they apply depends on the legal
 * form, which only the seller knows, so they never stop a document.
 */
export function findMissingStatements(country: CountryCode, said: SellerStatements): readonly Finding[] {
  const warnings: (Finding | null)[] = [
    country === 'NO' && said.foretaksregisteret === null
      ? warn(
          'seller-foretaksregisteret',
          'Foretaksregisteret',
          'whether the seller is entered in Foretaksregisteret (AS, ASA and NUF are: bokføringsforskriften § 5-1-2)',
        )
      : null,
    country === 'SE' && said.fTax === null
      ? warn('seller-f-tax', 'Godkänd för F-skatt', 'whether the seller is approved for F-tax (Peppol SE-R-005)')
      : null,
    country === 'SE' && !isSaid(said.registeredOffice)
      ? warn('seller-registered-office', 'säte', "the seller's registered office (aktiebolagslagen 28 kap. 5 §)")
      : null,
  ];
  return warnings.filter((warning) => warning !== null);
}

/** Languages that Norwegian sales documents may be written in (bokføringsloven § 12): Norwegian, Swedish, Danish, English. */
const NORWEGIAN_DOCUMENT_LANGUAGES: ReadonlySet<string> = new Set(['nb', 'nn', 'no', 'sv', 'da', 'en']);

/** A warning where the seller's country does not know the document's language; null elsewhere. */
export function findForeignLanguage(country: CountryCode, language: string): Finding | null {
  const [primary = ''] = language.toLowerCase().split('-');
  if (country !== 'NO' || NORWEGIAN_DOCUMENT_LANGUAGES.has(primary)) return null;
  return {
    ...EMPTY_WARNING,
    ruleId: 'document-language',
    field: 'language',
    expected: 'nb, nn, sv, da or en',
    found: language,
    message: `Unexpected language ${language} of a Norwegian document, expected nb, nn, sv, da or en (bokføringsloven § 12)`,
  };
}

/** The currency that VAT must be stated in, whatever the invoice is in (directive art. 230, § 5-1-1 no. 6); null abroad. */
export function toNationalCurrency(country: CountryCode): Currency | null {
  return NATIONAL_CURRENCIES[country] ?? null;
}

const NATIONAL_CURRENCIES: Readonly<Record<string, Currency>> = { NO: 'NOK', SE: 'SEK', FI: 'EUR', DK: 'DKK' };

const EMPTY_WARNING = {
  severity: 'warning',
  channel: 'source',
  page: null,
  box: null,
} as const satisfies Partial<Finding>;

function warn(ruleId: string, expected: string, what: string): Finding {
  return {
    ...EMPTY_WARNING,
    ruleId,
    field: 'seller',
    expected,
    found: null,
    message: `Unexpected silence in the brand, expected it to say ${what}`,
  };
}

function isSaid(value: string | null | undefined): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
