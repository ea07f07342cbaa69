import { defineFaults } from './base/index.ts';
import { type Invoice, listRequiredFacts } from './invoice/index.ts';
import type { PagedDocument } from './layout/index.ts';

export const markFaults = defineFaults({
  FACT_OMITTED: {
    kind: 'template',
    summary: 'A template leaves out a fact that law or payment needs.',
    remedy: 'Mark where the fact is printed with data-fact.',
  },
});

/**
 * Refuses pages on which a whole kind of required fact is missing: that is the template's doing. One that is missing
 * here and there, such as a single line's amount, is left to the validator, which says where.
 */
export function requireFacts(paged: PagedDocument, invoice: Invoice, template: string): void {
  const marked = new Set<string>();
  for (const page of paged.pages) {
    for (const { mark } of page.drawables) if (mark.fact !== null) marked.add(toKind(mark.fact));
  }
  for (const { name, citation } of listRequiredFacts(invoice)) {
    if (marked.has(toKind(name))) continue;
    throw markFaults.FACT_OMITTED({
      message: `Template ${template} prints no ${toKind(name)}, which it must: ${citation}.`,
    });
  }
}

/** `line.12.amount` is of the kind `line.<n>.amount`, `vat.2500.net` of `vat.<rate>.net`. */
function toKind(fact: string): string {
  if (fact.startsWith('line.')) return fact.replace(/^line\.\d+\./, 'line.<n>.');
  if (fact.startsWith('vat.')) return fact.replace(/^vat\.[^.]+\./, 'vat.<rate>.');
  return fact.startsWith('exemption.') ? 'exemption.<rate>' : fact;
}

const WHOLE = new Set([
  'invoiceNumber',
  'originalInvoice',
  'invoiceDate',
  'dueDate',
  'deliveryDate',
  'kid',
  'bban',
  'iban',
  'bic',
  'payable',
  'currency',
  'netTotal',
  'vatTotal',
  'grossTotal',
  'rounding',
  'prepaid',
  'vatTotalNational',
  'vat.<rate>.rate',
  'vat.<rate>.net',
  'vat.<rate>.vat',
  'line.<n>.quantity',
  'line.<n>.unitPrice',
  'line.<n>.vatRate',
  'line.<n>.netAmount',
  'line.<n>.vatAmount',
  'line.<n>.amount',
]);

/** Whether the print of a fact must stay on one line: amounts, rates, references, dates. */
export function isWholeFact(fact: string): boolean {
  return WHOLE.has(toKind(fact)) || fact.startsWith('carriedForward.');
}
