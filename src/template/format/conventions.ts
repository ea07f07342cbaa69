import type { Currency } from '../../base/index.ts';
import type { CountryCode } from '../../invoice/index.ts';

/** Languages that documents are printed in. */
export const LOCALES = ['nb', 'nn', 'sv', 'fi', 'da', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** U+00A0: groups of digits and units must neither break over lines nor grow when text is spread. */
export const NO_BREAK_SPACE = '\u00a0';
/** U+2212, as wide as a figure; the hyphen of the keyboard is a different sign. */
export const MINUS_SIGN = '\u2212';

/** How a language writes figures and days. Nothing here is taken from the platform, whose tables change by version. */
export interface Conventions {
  readonly decimalSeparator: ',' | '.';
  readonly groupSeparator: string;
  /** Between a figure and the percent sign. */
  readonly percentGap: string;
  /** Whether the currency code stands before the amount, as English does, or after it. */
  readonly currencyFirst: boolean;
  /** What its people call their own currency; other currencies go by their ISO codes. */
  readonly currencySigns: Readonly<Partial<Record<Currency, string>>>;
  /** Fields `d dd M MM MMM MMMM yyyy`; anything else stands as written. */
  readonly shortDate: string;
  readonly longDate: string;
  /** As they stand after a day; `MMM` is the first three letters. */
  readonly months: readonly string[];
}

const NORDIC = {
  decimalSeparator: ',',
  groupSeparator: NO_BREAK_SPACE,
  percentGap: NO_BREAK_SPACE,
  currencyFirst: false,
  shortDate: 'd.M.yyyy',
  longDate: 'd. MMMM yyyy',
} as const;

const NORWEGIAN_MONTHS = months('januar februar mars april mai juni juli august september oktober november desember');

/**
 * The six languages. Figures and dates by Språkrådet (nb, nn), Språkrådet and ISO 8601 (sv), Kotus (fi), Dansk
 * Sprognævn (da), and the EU Interinstitutional Style Guide §7.3 for the code before the amount (en).
 */
export const CONVENTIONS: Readonly<Record<Locale, Conventions>> = {
  nb: { ...NORDIC, currencySigns: { NOK: 'kr' }, months: NORWEGIAN_MONTHS },
  nn: { ...NORDIC, currencySigns: { NOK: 'kr' }, months: NORWEGIAN_MONTHS },
  sv: {
    ...NORDIC,
    currencySigns: { SEK: 'kr' },
    shortDate: 'yyyy-MM-dd',
    longDate: 'd MMMM yyyy',
    months: months('januari februari mars april maj juni juli augusti september oktober november december'),
  },
  fi: {
    ...NORDIC,
    currencySigns: { EUR: '€' },
    months: months(
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    ),
  },
  da: {
    ...NORDIC,
    currencySigns: { DKK: 'kr.' },
    groupSeparator: '.',
    months: months('januar februar marts april maj juni juli august september oktober november december'),
  },
  en: {
    decimalSeparator: '.',
    groupSeparator: ',',
    percentGap: '',
    currencyFirst: true,
    currencySigns: {},
    shortDate: 'd MMM yyyy',
    longDate: 'd MMMM yyyy',
    months: months('January February March April May June July August September October November December'),
  },
};

/** Narrows a language tag to one that documents can be printed in; `nb-NO` is `nb`, and anything unknown null. */
export function parseLocale(tag: string): Locale | null {
  const language = tag.toLowerCase().split('-')[0];
  if (language === 'no') return 'nb';
  return LOCALES.find((locale) => locale === language) ?? null;
}

/** The language that a country's buyers read; Bokmål for Norway, and English for whoever lives elsewhere. */
export function localeOfCountry(country: CountryCode | null): Locale {
  return (country === null ? undefined : COUNTRY_LOCALES.get(country)) ?? 'en';
}

const COUNTRY_LOCALES: ReadonlyMap<CountryCode, Locale> = new Map([
  ['NO', 'nb'],
  ['SE', 'sv'],
  ['FI', 'fi'],
  ['DK', 'da'],
]);

function months(names: string): readonly string[] {
  return names.split(' ');
}
