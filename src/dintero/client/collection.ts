import { listEventsNewestFirst } from '../events.ts';
import type { Transaction } from '../wire/transaction.ts';

/** How far Kravia's collection of a transaction has come. */
export type CollectionState =
  /** Nobody has asked for it, or all who did were refused. */
  | 'not-begun'
  /** Under way or done. */
  | 'begun'
  /** The newest INITIATE_CAPTURE failed, and none went well. */
  | 'failed'
  | 'voided';

/** Reads the state from the events; the status stays AUTHORIZED while Kravia collects. */
export function readCollectionState(transaction: Transaction): CollectionState {
  const events = listEventsNewestFirst({ transaction });
  const voided = events.find(({ event }) => event.event === 'VOID' || event.event === 'INITIATE_VOID');
  if (transaction.status === 'AUTHORIZATION_VOIDED' || (voided && voided.event.success !== false)) return 'voided';
  if (transaction.status === 'CAPTURED' || transaction.status === 'PARTIALLY_CAPTURED') return 'begun';
  const captures = events.filter(({ event }) => event.event === 'INITIATE_CAPTURE' || event.event === 'CAPTURE');
  if (captures.some(({ event }) => event.success !== false)) return 'begun';
  return captures.length > 0 ? 'failed' : 'not-begun';
}

const DETAILS = [
  'kravia:invoice_number',
  'kravia:payment_details:kid',
  'kravia:payment_details:bank_account:iban',
  'kravia:payment_details:bank_account:swift',
] as const;

/** Whether Kravia has said all that a buyer needs in order to pay; the number may stand on an event instead. */
export function hasPaymentDetails(transaction: Transaction): boolean {
  const has = (key: (typeof DETAILS)[number]) =>
    Boolean(transaction.metadata?.[key]) ||
    (key === 'kravia:invoice_number' && (transaction.events ?? []).some((event) => event.metadata?.[key]));
  return DETAILS.every(has);
}
