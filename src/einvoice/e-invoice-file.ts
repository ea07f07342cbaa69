import type { Invoice } from '../invoice/index.ts';
import { toCii } from './cii/to-cii.ts';
import { toUbl } from './ubl/to-ubl.ts';

/** The syntaxes of EN 16931: `ubl` is Peppol BIS Billing 3.0 (EHF), `cii` is Factur-X and ZUGFeRD. */
export const E_INVOICE_SYNTAXES = ['ubl', 'cii'] as const;
export type EInvoiceSyntax = (typeof E_INVOICE_SYNTAXES)[number];

/** An e-invoice as a file: inside the PDF, and alone. */
export interface EInvoiceFile {
  readonly syntax: EInvoiceSyntax;
  /** ASCII; Factur-X prescribes its own. */
  readonly name: string;
  readonly mimeType: 'text/xml';
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** Writes an invoice in a syntax. Throws the faults of `eInvoiceFaults`. */
export function toEInvoiceFile(invoice: Invoice, syntax: EInvoiceSyntax): EInvoiceFile {
  return syntax === 'ubl'
    ? { syntax, ...UBL_FILE, bytes: toUbl(invoice) }
    : { syntax, ...CII_FILE, bytes: toCii(invoice) };
}

const UBL_FILE = {
  name: 'peppol-bis-billing-3.xml',
  mimeType: 'text/xml',
  description: 'Peppol BIS Billing 3.0',
} as const;

const CII_FILE = { name: 'factur-x.xml', mimeType: 'text/xml', description: 'Factur-X EN 16931' } as const;
