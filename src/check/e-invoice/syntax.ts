import type { Invoice, InvoiceLine, VatSubtotal } from '../../invoice/index.ts';
import type { Term } from './term.ts';

/** Parts of a document that repeat, with every leaf that they may have. */
export interface Part<Subject> {
  readonly path: string;
  readonly terms: readonly Term<Subject>[];
}

/**
 * A syntax of EN 16931 as the checking side knows it: every leaf that a document may have, and what the session makes
 * it say. A leaf that stands in no table has no business in the file.
 */
export interface Syntax {
  readonly root: { readonly namespace: string; readonly name: string };
  readonly namespaces: ReadonlySet<string>;
  readonly document: readonly Term<Invoice>[];
  /** `id` is the leaf that names the line's position. */
  readonly lines: Part<InvoiceLine> & { readonly id: string };
  /** `category` and `percent` are the leaves that name the rate. */
  readonly vat: Part<VatSubtotal> & { readonly category: string; readonly percent: string };
  /** Allowances and charges on the whole document are lines of the invoice; the leaves tell which. */
  readonly allowances: Part<InvoiceLine> & {
    readonly isCharge: string;
    readonly amount: string;
    readonly reason: string;
  };
  /** Whatever else may stand there more than once. */
  readonly parts: readonly Part<Invoice>[];
  /** Leaves of the document that sum up its lines, its allowances and its charges. */
  readonly sums: { readonly lines: string; readonly allowances: string; readonly charges: string };
  /** The leaf of the VAT total, which may stand twice: in the document's currency and in the seller's. */
  readonly vatTotal: string;
}
