import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CountryCode, DocumentKind, ReferenceKind } from '../invoice/index.ts';
import { templateFaults } from './faults.ts';
import { LOCALES, type Locale } from './format/conventions.ts';

/** Words that every language has; a template folder may bring more. */
export const LABEL_KEYS = [
  'invoice',
  'creditNote',
  'testDocument',
  'copy',
  'invoiceNumber',
  'creditNoteNumber',
  'invoiceDate',
  'creditNoteDate',
  'dueDate',
  'deliveryDate',
  'deliveryPlace',
  'deliveryAddress',
  'attachmentPages',
  'orderReference',
  'orderReference2',
  'buyerReference',
  'costCenter',
  'buyerOrganizationNumber',
  'originalInvoice',
  'sku',
  'description',
  'quantity',
  'unitPrice',
  'unitPriceNet',
  'unitPriceGross',
  'lineNet',
  'lineVatRate',
  'lineAmount',
  'amount',
  'discount',
  'unit',
  'groupSubtotal',
  'vatSummary',
  'vatSummaryRate',
  'vatSummaryNet',
  'vatSummaryVat',
  'vatSummaryGross',
  'totals',
  'netTotal',
  'vatTotal',
  'vatTotalNational',
  'exchangeRate',
  'notVatRegistered',
  'grossTotal',
  'total',
  'rounding',
  'prepaid',
  'payable',
  'credited',
  'payment',
  'kid',
  'ocr',
  'viitenumero',
  'rf',
  'bban',
  'bankgiro',
  'plusgiro',
  'iban',
  'bic',
  'payee',
  'paymentQr',
  'paymentBarcode',
  'bookkeepingQr',
  'nothingToPay',
  'organizationNumber',
  'vatNumber',
  'foretaksregisteret',
  'fSkatt',
  'seat',
  'page',
  'pageOf',
  'continued',
  'carriedFrom',
  'carriedTo',
] as const;
export type LabelKey = (typeof LABEL_KEYS)[number];

/** The words of one language: `LABEL_KEYS`, `country.<ISO code>`, and what a template adds. */
export type Labels = ReadonlyMap<string, string>;

const labelFile = z.record(z.string(), z.string().min(1));
const LABEL_FOLDER = new URL('../../templates/labels/', import.meta.url);

/** Reads the package's words for a language from disk. */
export function loadLabels(locale: Locale): Labels {
  const labels = loadLabelFile(new URL(`${locale}.json`, LABEL_FOLDER));
  const missing = LABEL_KEYS.filter((key) => !labels.has(key));
  if (missing.length > 0) {
    throw templateFaults.LABELS_UNREADABLE({ message: `labels/${locale}.json lacks ${missing.join(', ')}` });
  }
  return labels;
}

/** Languages that the package has words for. */
export function listLabelLocales(): readonly Locale[] {
  return LOCALES.filter((locale) => existsSync(new URL(`${locale}.json`, LABEL_FOLDER)));
}

/** Reads one file of labels from disk, complete or not. */
export function loadLabelFile(file: URL | string): Labels {
  try {
    return new Map(Object.entries(labelFile.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch (cause) {
    throw templateFaults.LABELS_UNREADABLE({ message: `cannot read labels from ${String(file)}`, cause });
  }
}

/** Later words replace earlier ones: the package's, then the template's, then the brand's. */
export function mergeLabels(...layers: readonly Labels[]): Labels {
  return new Map(layers.flatMap((layer) => [...layer]));
}

/** The word for a key that must be there. */
export function labelOf(labels: Labels, key: LabelKey): string {
  const label = labels.get(key);
  if (label === undefined) throw templateFaults.LABELS_UNREADABLE({ message: `no label "${key}"` });
  return label;
}

export const DOCUMENT_LABELS: Readonly<Record<DocumentKind, LabelKey>> = {
  invoice: 'invoice',
  'credit-note': 'creditNote',
};

/** What payers call the reference. */
export const REFERENCE_LABELS: Readonly<Record<ReferenceKind, LabelKey>> = {
  'kid-mod10': 'kid',
  'kid-mod11': 'kid',
  ocr: 'ocr',
  viitenumero: 'viitenumero',
  rf: 'rf',
};

/** A country's name in the language of the labels; its code where the name is not known. */
export function countryNameOf(labels: Labels, country: CountryCode): string {
  return labels.get(`country.${country}`) ?? country;
}

/** Whether a brand may give its own word for this key. */
export function isLabelKey(key: string): boolean {
  return /^country\.[A-Z]{2}$/.test(key) || LABEL_KEYS.some((known) => known === key);
}
