/**
 * Floor 2: the invoice as XML that machines book. Comes in: `Invoice`. Goes out: the bytes of Peppol BIS Billing 3.0
 * (UBL) or Factur-X (CII). Never here: sums worked out again, words for people, the PDF that carries the file.
 */
export { toCii } from './cii/to-cii.ts';
export { E_INVOICE_SYNTAXES, type EInvoiceFile, type EInvoiceSyntax, toEInvoiceFile } from './e-invoice-file.ts';
export { eInvoiceFaults } from './faults.ts';
export { toUbl } from './ubl/to-ubl.ts';
