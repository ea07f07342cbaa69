import type { BasisPoints, CalendarDate } from '../base/index.ts';
import type { CountryCode } from './invoice.ts';

/** A VAT rate of a country and the days on which it applies, both included; null where there is no such end. */
export interface NationalRate {
  readonly rateBps: BasisPoints;
  readonly from: string | null;
  readonly to: string | null;
}

const always = (rateBps: BasisPoints): NationalRate => ({ rateBps, from: null, to: null });
const until = (to: string, rateBps: BasisPoints): NationalRate => ({ rateBps, from: null, to });
const since = (from: string, rateBps: BasisPoints): NationalRate => ({ rateBps, from, to: null });

/**
 * Rates by country, as far back as an order may reach. Changes that move goods from one rate to another do not show
 * here: Swedish food went from 12 % to 6 % on 1 April 2026 (until the end of 2027) and Norwegian water from 25 % to 15 %
 * on 1 May 2025, while each country's set of rates stayed as it was.
 */
const NATIONAL_RATES: Readonly<Record<string, readonly NationalRate[]>> = {
  // Merverdiavgiftsloven § 5-1 to § 5-11 with the Storting's yearly decision; 11.11 % is raw fish.
  NO: [always(2500), always(1500), always(1200), always(1111), always(0)],
  // Mervärdesskattelagen (2023:200) ch. 9.
  SE: [always(2500), always(1200), always(600), always(0)],
  // Arvonlisäverolaki 84 § to 85 a §: 25.5 % since September 2024, 13.5 % since January 2026.
  FI: [
    since('2024-09-01', 2550),
    until('2024-08-31', 2400),
    since('2026-01-01', 1350),
    until('2025-12-31', 1400),
    always(1000),
    always(0),
  ],
  // Momsloven § 33: one rate.
  DK: [always(2500), always(0)],
};

/** Every rate that the country has or had, in force or not, without doubles; none for countries that are not known. */
export function listNationalRates(country: CountryCode): readonly BasisPoints[] {
  return [...new Set((NATIONAL_RATES[country] ?? []).map((rate) => rate.rateBps))];
}

/** The rates of the country on a day. */
export function listRatesInForce(country: CountryCode, date: CalendarDate): readonly BasisPoints[] {
  return (NATIONAL_RATES[country] ?? [])
    .filter((rate) => (rate.from === null || rate.from <= date) && (rate.to === null || date <= rate.to))
    .map((rate) => rate.rateBps);
}
