import { defineFaults } from '../base/index.ts';

/** Faults of the model: references that cannot be right, figures that cannot be stated, and sums that are our own bug. */
export const invoiceFaults = defineFaults({
  REFERENCE_MISSING: {
    kind: 'input',
    summary: 'A reference that the payment needs is absent or empty.',
    remedy: 'Read the transaction again after capture; Kravia gives its payment details then.',
  },
  REFERENCE_CHARSET: {
    kind: 'input',
    summary:
      'A reference holds a character outside plain ASCII digits and letters: a look-alike, a space, an invisible mark.',
    remedy: 'Take the reference from the transaction again, unedited; a payer could not type this one.',
  },
  REFERENCE_SHAPE: {
    kind: 'input',
    summary: 'A reference has the wrong length or the wrong order of letters and digits for its standard.',
    remedy: 'Compare the reference with the transaction; nothing is ever padded, cut or repaired here.',
  },
  REFERENCE_CHECKSUM: {
    kind: 'input',
    summary: 'A reference fails its check digit.',
    remedy: 'Compare the reference with the transaction; a payment with this one would be rejected or lost.',
  },
  IBAN_BBAN_MISMATCH: {
    kind: 'input',
    summary: 'The IBAN names another account than the national account number.',
    remedy: 'Ask Dintero which of the two is right; a document that shows two accounts is never made.',
  },
  VAT_RATE_UNKNOWN: {
    kind: 'input',
    summary:
      'A line states no VAT rate, or one that is no rate, and neither its VAT amount nor that of the order tells it.',
    remedy: 'Give the rate in percent with at most two decimals, such as 25 or 25.5, and 0 where no VAT is charged.',
  },
  QUANTITY_ZERO: {
    kind: 'input',
    summary: 'A line has an amount but a quantity of zero, so it has no unit price.',
    remedy: 'Give the quantity that was sold, or leave it out where it is one.',
  },
  UNIT_PRICE_INEXACT: {
    kind: 'input',
    summary: 'No unit price of printable length gives the line amount when multiplied by the quantity.',
    remedy: 'Sell in a larger unit (thousands, hours), so that quantity × price can come out right.',
  },
  PAYMENT_CODE_LIMIT: {
    kind: 'input',
    summary: 'A payment code cannot say what the invoice says: a name is too long for it, or an amount beyond it.',
    remedy: 'Shorten the payee or the seller’s name in the brand, or set its template option paymentQr to false.',
  },
  INVOICE_SUMS_BROKEN: {
    kind: 'internal',
    summary: 'The sums of an invoice do not add up, which is a bug in fakturapress.',
    remedy: 'Report it with the source that caused it; no document was made.',
  },
});
