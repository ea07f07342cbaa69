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
});
