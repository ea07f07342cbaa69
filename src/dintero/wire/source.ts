import { z } from 'zod';
import { dinteroFaults } from '../faults.ts';
import { type DocumentDetails, documentSchema } from './document.ts';
import { id, kindOf } from './primitives.ts';
import { type Session, sessionSchema } from './session.ts';
import { type Transaction, transactionSchema } from './transaction.ts';
import { toWireFault } from './wire-fault.ts';

/** One record: the session that says what is owed, and the transaction that says how it is paid. */
export interface Source {
  readonly session: Session;
  readonly transaction: Transaction;
  /** Names the brand file of this record in a batch; null where the record names none. */
  readonly brandKey: string | null;
  /** What the caller says of this record's document; null where it says nothing. */
  readonly document?: DocumentDetails | null | undefined;
}

const sourceSchema = z.object({
  session: sessionSchema,
  transaction: transactionSchema,
  brand: id.nullish(),
  document: documentSchema.nullish(),
});

/**
 * Reads a parsed record: either `{session, transaction, brand?, document?}` or a transaction that carries its `session`, as
 * `GET /v1/transactions/{id}?includes=session` returns it. Unknown keys are kept. Paths in faults begin with `session`
 * or `transaction` in both cases. Give it the result of `parseStrictJson`: only the raw text shows lost digits.
 *
 * @throws SOURCE_INVALID, SESSION_MISMATCH and the codes of the single fields
 */
export function parseSource(json: unknown): Source {
  const result = sourceSchema.safeParse(toRecord(json), { reportInput: true });
  if (!result.success) throw toWireFault(result.error);
  const { session, transaction, brand, document } = result.data;
  assertCounterparts(session, transaction);
  return { session, transaction, brandKey: brand ?? null, document: document ?? null };
}

function toRecord(json: unknown): unknown {
  if (!isObject(json)) {
    throw dinteroFaults.SOURCE_INVALID({ message: `Unexpected ${kindOf(json)} as the source, expected an object` });
  }
  if (Object.hasOwn(json, 'transaction')) return json;
  const { session, brand, document, ...transaction } = json;
  if (session === undefined) {
    throw dinteroFaults.SOURCE_INVALID({
      message: 'Unexpected source without a session, expected {session, transaction} or a transaction with its session',
      path: 'session',
    });
  }
  return { session, transaction, brand, document };
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function assertCounterparts(session: Session, transaction: Transaction): void {
  assertSame('transaction.session_id', transaction.session_id, 'session.id', session.id);
  assertSame('session.transaction_id', session.transaction_id, 'transaction.id', transaction.id);
}

function assertSame(
  path: string,
  named: string | null | undefined,
  otherPath: string,
  other: string | null | undefined,
): void {
  if (named == null || other == null || named === other) return;
  throw dinteroFaults.SESSION_MISMATCH({
    message: `Unexpected ${named} in ${path}, expected ${otherPath}, which is ${other}`,
    path,
  });
}
