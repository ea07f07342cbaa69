import { defineFaults } from '../base/index.ts';

/** Why no e-invoice can be made of an invoice; the PDF alone still can. */
export const eInvoiceFaults = defineFaults({
  EINVOICE_SELLER_ENDPOINT_MISSING: {
    kind: 'template',
    summary: 'Peppol addresses parties electronically, and the brand gives the seller no electronic address.',
    remedy: 'Add "endpoint": { "scheme": "0192", "id": "…" } to the brand, or make the PDF without --e-invoice.',
  },
  EINVOICE_SELLER_MISMATCH: {
    kind: 'template',
    summary: "The seller's electronic address names another organisation than the seller.",
    remedy: 'Correct "endpoint" or "organizationNumber" in the brand, or make the PDF without --e-invoice.',
  },
  EINVOICE_SELLER_UNKNOWN: {
    kind: 'input',
    summary: 'An e-invoice names its seller in full, and nobody told who sells.',
    remedy: 'Give a brand, or make the PDF without --e-invoice.',
  },
  EINVOICE_BUYER_NUMBER_MISSING: {
    kind: 'input',
    summary: 'Peppol reaches businesses by their organisation number, and this buyer has none.',
    remedy: 'Consumers get the PDF alone: leave out --e-invoice, or use --e-invoice cii, which asks for no address.',
  },
  EINVOICE_BUYER_NUMBER_INVALID: {
    kind: 'input',
    summary: "The buyer's organisation number fails its check digit, so that no network could deliver to it.",
    remedy: 'Have the buyer correct the number in the order, or make the PDF without --e-invoice.',
  },
  EINVOICE_BUYER_COUNTRY: {
    kind: 'input',
    summary: "The buyer's country is missing, or no electronic addresses of it are known.",
    remedy: 'Give the billing address a country: NO, SE, FI or DK; or make the PDF without --e-invoice.',
  },
  EINVOICE_CURRENCY_OF_VAT: {
    kind: 'input',
    summary: "The seller's law asks for VAT in the national currency, and nobody gave the rate.",
    remedy: 'Give the exchange rate, or make the PDF without --e-invoice.',
  },
});
