import { type InvoiceOptions, toInvoice as toInvoiceOf } from './dintero/index.ts';
import { readBrand } from './engine-parts.ts';
import type { Invoice } from './invoice/index.ts';
import { readSource, type SourceInput } from './read-source.ts';

/**
 * The model alone, without a document: takes what `createEngine` and `render` take. `brand` is a path or the content of
 * a brand file; without one the seller is the order's store.
 *
 * @throws Fault for a source or a brand that is refused
 */
export function toInvoice(source: SourceInput, brand?: string | object | null, options: InvoiceOptions = {}): Invoice {
  return toInvoiceOf(readSource(source), readBrand(brand ?? undefined)?.brand ?? null, options);
}
