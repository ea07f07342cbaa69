import {
  checkIbanMatchesBban,
  matchesIbanCountry,
  type PaymentDetails,
  parseBban,
  parseBic,
  parseIban,
  parseInvoiceNumber,
  parsePaymentReference,
  toIbanCountry,
} from '../invoice/index.ts';
import { findEventMetadata, listEventsNewestFirst } from './events.ts';
import { dinteroFaults } from './faults.ts';
import { toJsonPath } from './json-path.ts';
import { quoteText } from './quote.ts';
import type { Warn } from './warnings.ts';
import type { Source } from './wire/source.ts';

/** Who is paid where no brand names the account holder. */
const DEFAULT_PAYEE = 'Kravia';

/** Where Kravia's details stand in `transaction.metadata`. */
const KEYS = {
  number: 'kravia:invoice_number',
  kid: 'kravia:payment_details:kid',
  iban: 'kravia:payment_details:bank_account:iban',
  bic: 'kravia:payment_details:bank_account:swift',
  bban: 'kravia:payment_details:bank_account:bban',
} as const;

/**
 * How the buyer pays: Kravia's details, each checked by its own rule and against the others. Nothing is repaired.
 *
 * @throws PAYMENT_DETAILS_MISSING, REFERENCE_…, IBAN_BBAN_MISMATCH
 */
export function readPaymentDetails(source: Source, payee: string | null, warn: Warn): PaymentDetails {
  const metadata = source.transaction.metadata ?? {};
  assertDetails(metadata);
  const iban = parseIban(metadata[KEYS.iban], toPath(KEYS.iban));
  const country = toIbanCountry(iban);
  const bban = metadata[KEYS.bban] ? parseBban(metadata[KEYS.bban], country, toPath(KEYS.bban)) : null;
  if (bban !== null) checkIbanMatchesBban(iban, bban, toPath(KEYS.iban));
  const bic = parseBic(metadata[KEYS.bic], toPath(KEYS.bic));
  if (!matchesIbanCountry(bic, iban)) {
    warn({
      ruleId: 'source-bic-country',
      field: toPath(KEYS.bic),
      expected: country,
      found: bic,
      message: `Unexpected country of BIC ${bic}, expected ${country} as in the IBAN`,
    });
  }
  const reference = parsePaymentReference(metadata[KEYS.kid], country, toPath(KEYS.kid));
  return { kid: reference.value, kidKind: reference.kind, bban, iban, bic, payee: payee ?? DEFAULT_PAYEE };
}

/**
 * The invoice's number, unchanged: the transaction's metadata has it, older transactions only their events'.
 *
 * @throws PAYMENT_DETAILS_MISSING, INVOICE_NUMBER_CONFLICT, REFERENCE_…
 */
export function readInvoiceNumber(source: Source): string {
  const own = source.transaction.metadata?.[KEYS.number];
  const stated = findEventMetadata(listEventsNewestFirst(source), KEYS.number);
  if (own && stated !== null && stated.value !== own) {
    throw dinteroFaults.INVOICE_NUMBER_CONFLICT({
      message: `Unexpected ${quoteText(stated.value)} in ${stated.path}, expected ${quoteText(own)} as in transaction.metadata`,
      path: stated.path,
    });
  }
  const number = own || stated?.value;
  if (!number) throw missingDetails([KEYS.number]);
  return parseInvoiceNumber(number, own ? toPath(KEYS.number) : stated?.path);
}

function assertDetails(metadata: Readonly<Record<string, unknown>>): void {
  const missing = [KEYS.kid, KEYS.iban, KEYS.bic].filter((key) => !metadata[key]);
  if (missing.length > 0) throw missingDetails(missing);
}

function missingDetails(keys: readonly string[]): Error {
  const [key = ''] = keys;
  return dinteroFaults.PAYMENT_DETAILS_MISSING({
    message: `Unexpected absence of ${keys.join(', ')} in transaction.metadata, expected Kravia's payment details`,
    path: keys.length === 1 ? toPath(key) : 'transaction.metadata',
  });
}

function toPath(key: string): string {
  return toJsonPath(['transaction', 'metadata', key]);
}
