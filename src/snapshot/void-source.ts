import { parseStrictJson } from '../dintero/index.ts';

/** The number of the credit notes that fixtures make; of the merchant's own series, so none of Kravia's. */
export const CREDIT_NOTE_NUMBER = 'K-2026-1';

type Json = Readonly<Record<string, unknown>>;

/** The same order after it was cancelled, as Dintero would return it: what a credit note is made of. */
export function toVoided(source: Uint8Array): Uint8Array {
  const record = parseStrictJson(source) as Json;
  // A source is either session and transaction side by side, or a transaction that carries its session.
  const voided =
    record['transaction'] === undefined
      ? voidTransaction(record)
      : { ...record, transaction: voidTransaction(record['transaction'] as Json) };
  return Buffer.from(JSON.stringify(voided));
}

function voidTransaction(transaction: Json): Json {
  const events = Array.isArray(transaction['events']) ? (transaction['events'] as readonly Json[]) : [];
  const moment =
    events
      .map((event) => String(event['created_at'] ?? ''))
      .toSorted()
      .at(-1) ?? '';
  const dayAfter = new Date(Date.parse(moment) + DAY_MS);
  const event = {
    id: `event-${events.length + 1}`,
    event: 'VOID',
    success: true,
    created_at: dayAfter.toISOString(),
    amount: transaction['amount'],
    transaction_status: 'AUTHORIZATION_VOIDED',
  };
  return { ...transaction, status: 'AUTHORIZATION_VOIDED', events: [...events, event] };
}

const DAY_MS = 24 * 60 * 60 * 1000;
