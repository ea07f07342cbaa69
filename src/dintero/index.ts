/**
 * Floor 2: Dintero's wire. Comes in: JSON text of a session and its transaction. Goes out: a checked `Source`, and the
 * `Invoice` it stands for. Never here: what a document looks like, or any network but Dintero's.
 */
export { type ChannelAnswer, resolveChannel } from './channel.ts';
export { dinteroFaults } from './faults.ts';
export { MAX_JSON_DEPTH, MAX_SOURCE_BYTES, parseStrictJson } from './strict-json.ts';
export { type InvoiceOptions, toInvoice } from './to-invoice.ts';
export type { Session } from './wire/session.ts';
export { parseSource, type Source } from './wire/source.ts';
export type { Transaction } from './wire/transaction.ts';
