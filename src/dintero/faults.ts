import { defineFaults } from '../base/index.ts';

/** Everything that makes a source unfit to become an invoice, from its bytes to its state. */
export const dinteroFaults = defineFaults({
  ENCODING_INVALID: {
    kind: 'input',
    summary: 'The source is not valid UTF-8.',
    remedy: 'Save the source as UTF-8; nothing is guessed from broken bytes.',
  },
  SOURCE_TOO_LARGE: {
    kind: 'input',
    summary: 'The source, or a list in it, is larger than any order.',
    remedy: 'Check that this is one order and not an export of many; a batch has one source a line.',
  },
  JSON_INVALID: {
    kind: 'input',
    summary: 'The source is not valid JSON.',
    remedy: 'Mend the JSON at the named place.',
  },
  JSON_TOO_DEEP: {
    kind: 'input',
    summary: 'The source is nested deeper than any session or transaction.',
    remedy: 'Check where this source comes from.',
  },
  DUPLICATE_KEY: {
    kind: 'input',
    summary: 'A JSON object has the same key twice, so that it means two things.',
    remedy: 'Remove one of the two; readers disagree on which of them counts.',
  },
  NUMBER_INVALID: {
    kind: 'input',
    summary: 'A number cannot be held exactly.',
    remedy: 'Write references as JSON strings; numbers beyond 2^53 − 1 lose digits.',
  },
  AMOUNT_INVALID: {
    kind: 'input',
    summary: 'An amount is not an integer in minor units.',
    remedy: 'Give amounts as JSON integers in øre or cents, VAT included: 500.00 is 50000.',
  },
  RATE_INVALID: {
    kind: 'input',
    summary: 'A VAT rate is not a percentage from 0 to 100.',
    remedy: 'Give the rate as a number in percent, such as 25 or 25.5.',
  },
  QUANTITY_INVALID: {
    kind: 'input',
    summary: 'A quantity is not a positive number with at most six decimals.',
    remedy: 'Give the quantity as a JSON number such as 3 or 2.5.',
  },
  TEXT_INVALID: {
    kind: 'input',
    summary: 'A text holds characters that no document can carry.',
    remedy: 'Remove NUL and unpaired surrogates from the text.',
  },
  TEXT_TOO_LONG: {
    kind: 'input',
    summary: 'A text is longer than its field allows.',
    remedy: 'Shorten the text; nothing is cut off silently.',
  },
  ID_INVALID: {
    kind: 'input',
    summary: 'An id is not of the form that Dintero gives.',
    remedy: 'Ids match ^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$.',
  },
  DUPLICATE_LINE_ID: {
    kind: 'input',
    summary: 'Two items of one order have the same line_id.',
    remedy: 'Give every item a line_id of its own.',
  },
  SOURCE_INVALID: {
    kind: 'input',
    summary: 'The source is not a session and transaction as Dintero returns them.',
    remedy: 'Fetch the transaction with its session: GET /v1/transactions/{id}?includes=session.',
  },
  SESSION_MISMATCH: {
    kind: 'input',
    summary: 'Session and transaction name different counterparts.',
    remedy: 'Fetch the transaction with its own session: GET /v1/transactions/{id}?includes=session.',
  },
  PRODUCT_UNSUPPORTED: {
    kind: 'input',
    summary: 'The transaction is not paid by a Kravia invoice that a merchant may deliver.',
    remedy: 'Only kravia.invoice_b2b and kravia.invoice_b2c are invoiced by the merchant.',
  },
  GROUPED_INVOICE: {
    kind: 'input',
    summary: 'The transaction belongs to a grouped invoice, which Kravia makes and sends by itself.',
    remedy: 'Nothing to do: one consolidated invoice covers several transactions, and it has no merchant channel.',
  },
  CHANNEL_KRAVIA: {
    kind: 'input',
    summary: 'Kravia delivers this invoice, so a second one must not be made.',
    remedy: 'Set invoice_channel to "merchant" for orders that you invoice yourself.',
  },
  CHANNEL_UNKNOWN: {
    kind: 'input',
    summary: 'Neither session nor transaction shows who delivers the invoice; by default Kravia does.',
    remedy:
      'If your checkout is set to merchant delivery, vouch for it: --channel merchant, or "invoiceChannel": "merchant" in the brand.',
  },
  TRANSACTION_NOT_AUTHORIZED: {
    kind: 'input',
    summary: 'The transaction is not authorised yet, so there is no invoice.',
    remedy: 'Wait until the buyer has completed the checkout, then capture and fetch the transaction again.',
  },
  TRANSACTION_VOIDED: {
    kind: 'input',
    summary: 'The transaction was cancelled; Kravia does not collect it.',
    remedy: 'If an invoice had been sent, take it back with --kind credit-note --credit-note-number NUMBER.',
  },
  TRANSACTION_FAILED: {
    kind: 'input',
    summary: 'The transaction failed; there is nothing to collect.',
    remedy: 'Start a new payment with the buyer.',
  },
  TRANSACTION_DECLINED: {
    kind: 'input',
    summary: 'The transaction was declined; there is nothing to collect.',
    remedy: 'Offer the buyer another way to pay.',
  },
  TRANSACTION_ON_HOLD: {
    kind: 'input',
    summary: 'The transaction awaits approval and may still fail.',
    remedy: 'Wait for the callback that it is AUTHORIZED or FAILED, then fetch it again.',
  },
  TRANSACTION_REFUNDED: {
    kind: 'input',
    summary: 'The transaction shows a refund, which Kravia does not support, so its state cannot be relied on.',
    remedy: 'Ask Dintero; a Kravia invoice is cancelled with void.',
  },
  TRANSACTION_STATUS_UNKNOWN: {
    kind: 'input',
    summary: 'The transaction has a status that is not known here.',
    remedy: 'Nothing is made of what is not understood; look the transaction up in Dintero.',
  },
  NOT_CAPTURED: {
    kind: 'input',
    summary: 'Collection has not begun: the transaction has no INITIATE_CAPTURE event.',
    remedy: 'Capture the transaction first, then fetch it again.',
  },
  CAPTURE_PARTIAL: {
    kind: 'input',
    summary: 'Collection has begun for less than the invoice is about.',
    remedy: 'Capture the rest, or void and start again; the document must state what Kravia collects.',
  },
  PAYMENT_DETAILS_MISSING: {
    kind: 'input',
    summary: "Kravia's payment details are not in the transaction.",
    remedy: 'Kravia adds them some time after capture: fetch the transaction again in a while.',
  },
  INVOICE_NUMBER_CONFLICT: {
    kind: 'input',
    summary: 'Transaction and event name two different invoice numbers.',
    remedy: 'Ask Dintero which of them Kravia collects by.',
  },
  SESSION_NOT_COMPLETED: {
    kind: 'input',
    summary: 'The session is there, but its customer has not completed it, so there is no transaction yet.',
    remedy: "Wait for Dintero's callback, which comes when the session is completed.",
  },
  NOT_VOIDED: {
    kind: 'input',
    summary: 'A credit note takes back a cancelled invoice, and this transaction is not cancelled.',
    remedy: 'Cancel it first: fakturapress void ID.',
  },
  NOTHING_TO_CREDIT: {
    kind: 'input',
    summary: 'The transaction was cancelled before capture: no invoice was ever issued, so there is nothing to credit.',
    remedy: 'Nothing to do: without an invoice the buyer owes nothing and needs no credit note.',
  },
  VAT_RATE_NATIONAL: {
    kind: 'usage',
    summary: 'The exchange rate for VAT in the seller’s currency is no rate.',
    remedy: 'Give what one unit of the order’s currency is in the seller’s, such as --vat-rate-national 11.4321.',
  },
  CREDIT_NOTE_NUMBER_MISSING: {
    kind: 'usage',
    summary: 'A credit note needs a number of its own.',
    remedy: 'Give the next number of your series: --credit-note-number NUMBER.',
  },
  CREDIT_NOTE_NUMBER_TAKEN: {
    kind: 'usage',
    summary: "A credit note's number may not be that of the invoice, with or without additions.",
    remedy: 'Use a number of your own series (bokføringsforskriften § 5-2-8).',
  },
  CURRENCY_UNKNOWN: {
    kind: 'input',
    summary: 'The currency is not one that Kravia invoices are issued in.',
    remedy: 'Invoices can be in NOK, SEK, EUR and DKK.',
  },
  CURRENCY_MISMATCH: {
    kind: 'input',
    summary: 'Session and transaction are in different currencies.',
    remedy: 'Fetch the transaction with its own session.',
  },
  LINES_MISSING: {
    kind: 'input',
    summary: 'The order has no items, so the document could not say what was sold.',
    remedy: 'Send order.items when the session is created.',
  },
  LINE_TEXT_MISSING: {
    kind: 'input',
    summary: 'An item has neither description nor id, so the document could not say what was sold.',
    remedy: 'Send a description with every item.',
  },
  SOURCE_SUM_MISMATCH: {
    kind: 'input',
    summary: 'Sums of the session, the transaction or their items disagree.',
    remedy: 'Find out which figure is right before anything is sent; Kravia collects by the session.',
  },
  PARTIAL_PAYMENT_UNEXPLAINED: {
    kind: 'input',
    summary: 'The order is a partial payment, and nothing in it tells how the rest is paid.',
    remedy: 'Give the rest as order.gift_cards, or send an order of only what this invoice is about.',
  },
  TOTAL_NOT_POSITIVE: {
    kind: 'input',
    summary: 'There is nothing to pay.',
    remedy: 'An invoice asks for a positive amount; what goes back to the buyer is a credit note.',
  },
  DATE_INVALID: {
    kind: 'input',
    summary: 'A date is not a day of the calendar, or of no invoice.',
    remedy: 'Dates are written YYYY-MM-DD.',
  },
  DATE_MISSING: {
    kind: 'input',
    summary: 'Nothing in the transaction tells when the invoice was issued.',
    remedy: 'Fetch the transaction with its events.',
  },
  DUE_BEFORE_ISSUE: {
    kind: 'input',
    summary: 'The invoice would be due before it is issued.',
    remedy: 'Ask Dintero for the dates that Kravia collects by.',
  },
  BUYER_INCOMPLETE: {
    kind: 'input',
    summary: 'The billing address lacks what a sales document must say of the buyer.',
    remedy: 'Send a billing address with name, street, postal place and country.',
  },
  REFERENCE_PERSONAL: {
    kind: 'input',
    summary: "The order's own reference is a person's national identity number, which is never printed.",
    remedy: 'Send an order number as merchant_reference.',
  },
  SELLER_INCOMPLETE: {
    kind: 'input',
    summary: 'Nothing says enough about the seller for a sales document.',
    remedy: 'Give a brand: --brand FILE.',
  },
  SELLER_NOT_VAT_REGISTERED: {
    kind: 'input',
    summary: 'The order charges VAT, and the brand says that the seller is not registered for it.',
    remedy: 'Correct "vatRegistered" in the brand, or the rates in the order.',
  },
});
