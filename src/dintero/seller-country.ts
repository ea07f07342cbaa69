import type { Currency } from '../base/index.ts';
import type { BrandFacts, CountryCode } from '../invoice/index.ts';
import type { Source } from './wire/source.ts';

/** The country of Kravia's that has a currency; stands in where nothing names a country. */
export const COUNTRY_OF_CURRENCY: Readonly<Record<Currency, CountryCode>> = {
  NOK: 'NO',
  SEK: 'SE',
  EUR: 'FI',
  DKK: 'DK',
};

/**
 * The country whose VAT rates an order is charged with: what the brand says, else the source, else the country of
 * Kravia's that has the order's currency.
 */
export function findSellerCountry(source: Source, brand: BrandFacts | null, currency: Currency): CountryCode {
  const { session, transaction } = source;
  const stated =
    brand?.country ||
    (session.order.store ?? transaction.store)?.address?.country ||
    session.configuration?.merchant?.country ||
    transaction.metadata?.merchant_country;
  return stated ? stated.toUpperCase() : COUNTRY_OF_CURRENCY[currency];
}
