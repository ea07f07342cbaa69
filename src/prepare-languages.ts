import { Fault } from './base/index.ts';
import type { Invoice } from './invoice/index.ts';
import {
  type Locale,
  localeOfCountry,
  type PreparedTemplate,
  prepareTemplate,
  type Template,
  type TemplateSettings,
} from './template/index.ts';

/** Gives the template in an invoice's language. Throws `Fault` where the template does not speak it. */
export type PreparedFor = (invoice: Invoice) => PreparedTemplate;

/** Those whose languages differ, and null for all others. */
const COUNTRIES = ['NO', 'SE', 'FI', 'DK', null];

/**
 * Prepares a template for the one language that was asked for, or without one for those of all buyers' countries: each
 * invoice then has its buyer's. A template without words for some of them is refused only by invoices that need them.
 */
export function prepareLanguages(
  template: Template,
  { locale, ...settings }: Omit<TemplateSettings, 'locale'> & { readonly locale: Locale | null },
): PreparedFor {
  if (locale !== null) {
    const prepared = prepareTemplate(template, { ...settings, locale });
    return () => prepared;
  }
  const languages = new Map(
    COUNTRIES.map(localeOfCountry).map((each) => [each, tryPrepare(template, { ...settings, locale: each })]),
  );
  const faults = [...languages.values()].filter((language) => language instanceof Fault);
  if (faults.length === languages.size && faults[0] !== undefined) throw faults[0];
  return (invoice) => {
    const prepared = languages.get(toInvoiceLocale(invoice));
    if (prepared === undefined || prepared instanceof Fault) throw prepared;
    return prepared;
  };
}

/** The language of the buyer's country; of the seller's where the source does not say where the buyer lives. */
export function toInvoiceLocale({ buyer, seller }: Pick<Invoice, 'buyer' | 'seller'>): Locale {
  return localeOfCountry(buyer.country ?? seller?.country ?? null);
}

function tryPrepare(template: Template, settings: TemplateSettings): PreparedTemplate | Fault {
  try {
    return prepareTemplate(template, settings);
  } catch (fault) {
    if (fault instanceof Fault) return fault;
    throw fault;
  }
}
