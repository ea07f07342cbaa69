import { type Fault, sumMinor } from '../base/index.ts';
import type { DocumentKind } from '../invoice/index.ts';
import { findEvent, listEventsNewestFirst, type PlacedEvent } from './events.ts';
import { dinteroFaults } from './faults.ts';
import { quoteText } from './quote.ts';
import type { Source } from './wire/source.ts';

/** Statuses that an invoice may be made in; in the latter two the buyer has paid, in part or in full. */
const COLLECTED_STATUSES: ReadonlySet<string> = new Set(['AUTHORIZED', 'PARTIALLY_CAPTURED', 'CAPTURED']);

type StateFault =
  | 'TRANSACTION_NOT_AUTHORIZED'
  | 'TRANSACTION_VOIDED'
  | 'TRANSACTION_FAILED'
  | 'TRANSACTION_DECLINED'
  | 'TRANSACTION_ON_HOLD'
  | 'TRANSACTION_REFUNDED';

/** Dintero's other statuses, each with its refusal. */
const REFUSED_STATUSES: ReadonlyMap<string, StateFault> = new Map([
  ['INITIATED', 'TRANSACTION_NOT_AUTHORIZED'],
  ['AUTHORIZATION_VOIDED', 'TRANSACTION_VOIDED'],
  ['FAILED', 'TRANSACTION_FAILED'],
  ['DECLINED', 'TRANSACTION_DECLINED'],
  ['ON_HOLD', 'TRANSACTION_ON_HOLD'],
  ['REFUNDED', 'TRANSACTION_REFUNDED'],
  ['PARTIALLY_REFUNDED', 'TRANSACTION_REFUNDED'],
  ['PARTIALLY_CAPTURED_REFUNDED', 'TRANSACTION_REFUNDED'],
]);

const STATUS_PATH = 'transaction.status';

/**
 * Makes sure that the transaction has a status that the document can state: a live one for an invoice, cancelled for a
 * credit note.
 *
 * @throws TRANSACTION_…, NOT_VOIDED, NOTHING_TO_CREDIT
 */
export function assertStatus(source: Pick<Source, 'transaction'>, kind: DocumentKind): void {
  const status = source.transaction.status ?? '';
  const voided = status === 'AUTHORIZATION_VOIDED' || isCancelled(listEventsNewestFirst(source));
  if (kind === 'credit-note') {
    if (!voided) throw notVoided(source);
    if (!wasInvoiced(source)) throw nothingToCredit();
    return;
  }
  const code = voided ? 'TRANSACTION_VOIDED' : REFUSED_STATUSES.get(status);
  if (code !== undefined) {
    const found = voided && status !== 'AUTHORIZATION_VOIDED' ? 'a VOID event' : status;
    const message = `Unexpected ${found} in ${STATUS_PATH}, expected AUTHORIZED, PARTIALLY_CAPTURED or CAPTURED`;
    throw dinteroFaults[code]({ message, path: STATUS_PATH });
  }
  if (COLLECTED_STATUSES.has(status)) return;
  throw dinteroFaults.TRANSACTION_STATUS_UNKNOWN({
    message: `Unexpected ${status === '' ? 'nothing' : quoteText(status)} in ${STATUS_PATH}, expected a status of Dintero's`,
    path: STATUS_PATH,
  });
}

/** A cancellation that was done, or asked for and not failed since. */
function isCancelled(events: readonly PlacedEvent[]): boolean {
  const newest = events.find(({ event }) => event.event === 'VOID' || event.event === 'INITIATE_VOID');
  return newest !== undefined && newest.event.success !== false;
}

/**
 * Whether Kravia ever began to collect. It gives a KID at capture and not before; a transaction without any events tells
 * nothing against it.
 */
function wasInvoiced(source: Pick<Source, 'transaction'>): boolean {
  const events = listEventsNewestFirst(source);
  const captured = ['INITIATE_CAPTURE', 'CAPTURE'].some((name) => findEvent(events, name) !== null);
  return captured || events.length === 0 || !!source.transaction.metadata?.['kravia:payment_details:kid'];
}

function nothingToCredit(): Fault {
  return dinteroFaults.NOTHING_TO_CREDIT({
    message:
      'Unexpected absence of a capture in transaction.events before its cancellation: no invoice was ever issued, so there is nothing to credit',
    path: 'transaction.events',
  });
}

/**
 * Makes sure that Kravia has begun to collect, and for the whole amount: `INITIATE_CAPTURE` marks it while the status
 * stays AUTHORIZED.
 *
 * @throws NOT_CAPTURED, CAPTURE_PARTIAL
 */
export function assertCollected(source: Source): void {
  const { status, amount } = source.transaction;
  const events = listEventsNewestFirst(source);
  const captures = events.filter(({ event }) => event.event === 'INITIATE_CAPTURE' && event.success !== false);
  // Older transactions went to CAPTURED without an INITIATE_CAPTURE of their own.
  if (captures.length === 0 && (status !== 'AUTHORIZED' || findEvent(events, 'CAPTURE') !== null)) return;
  if (captures.length === 0) throw notCaptured(source, events);
  const captured = captures.map(({ event }) => event.amount);
  if (captured.some((part) => part === undefined)) return;
  const sum = sumMinor(captured.map((part) => part ?? 0));
  if (sum >= amount) return;
  const path = captures.length === 1 ? `${captures[0]?.path}.amount` : 'transaction.events';
  throw dinteroFaults.CAPTURE_PARTIAL({
    message: `Unexpected ${sum} in ${path}, expected ${amount}, the transaction's amount, to be captured`,
    path,
  });
}

function notCaptured({ transaction }: Source, events: readonly PlacedEvent[]): Fault {
  const failed = events.find(({ event }) => event.event === 'INITIATE_CAPTURE');
  const code = failed?.event.error?.code;
  const what = failed
    ? `its INITIATE_CAPTURE event failed${code ? ` (${quoteText(code)})` : ''}`
    : 'has no INITIATE_CAPTURE event';
  return dinteroFaults.NOT_CAPTURED({
    message: `The transaction is ${transaction.status}, but ${what}, so Kravia has given no payment details.`,
    path: failed?.path ?? 'transaction.events',
    hint: `Capture it first:  fakturapress capture ${transaction.id}`,
  });
}

function notVoided({ transaction }: Pick<Source, 'transaction'>): Fault {
  return dinteroFaults.NOT_VOIDED({
    message: `Unexpected ${quoteText(transaction.status ?? '')} in ${STATUS_PATH}, expected AUTHORIZATION_VOIDED for a credit note`,
    path: STATUS_PATH,
    hint: `Cancel it first:  fakturapress void ${transaction.id}`,
  });
}
