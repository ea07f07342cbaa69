/**
 * Floor 2: Dintero's wire. Comes in: JSON text of a session and its transaction. Goes out: a checked `Source`, and the
 * `Invoice` it stands for. Never here: what a document looks like, or any network but Dintero's.
 */

export {
  type Callback,
  parseCallback,
  parseCallbackBody,
  parseWebhook,
  type Webhook,
} from './callback/parse-callback.ts';
export { type SignedCallback, verifyCallback } from './callback/verify-callback.ts';
export { type ChannelAnswer, resolveChannel } from './channel.ts';
export { toCaptureRequest } from './client/capture-request.ts';
export { createDinteroClient } from './client/client.ts';
export { type CollectionState, hasPaymentDetails, readCollectionState } from './client/collection.ts';
export { type Deadline, sleep, withDeadline } from './client/deadline.ts';
export type { CallOptions, CreatedSession, DinteroClient, DinteroClientOptions } from './client/dintero-client.ts';
export { clientFaults } from './client/faults.ts';
export { findTransaction } from './client/find-transaction.ts';
export type {
  AddressRequest,
  CaptureRequest,
  ItemRequest,
  KraviaConfiguration,
  KraviaGroupedConfiguration,
  KraviaInvoiceConfiguration,
  OrderRequest,
  PayRequest,
  SessionRequest,
} from './client/requests.ts';
export type { OnceOutcome } from './client/send-once.ts';
export type { EditionOptions } from './edition.ts';
export { dinteroFaults } from './faults.ts';
export { MAX_JSON_DEPTH, parseStrictJson } from './strict-json.ts';
export { type InvoiceOptions, toInvoice } from './to-invoice.ts';
export type { Session } from './wire/session.ts';
export { parseSource, type Source } from './wire/source.ts';
export type { Transaction } from './wire/transaction.ts';
