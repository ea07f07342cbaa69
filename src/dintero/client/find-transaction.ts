import { Fault } from '../../base/index.ts';
import { dinteroFaults } from '../faults.ts';
import type { Session } from '../wire/session.ts';
import type { Transaction } from '../wire/transaction.ts';
import type { CallOptions, DinteroClient } from './dintero-client.ts';

/**
 * The transaction that an id stands for: its own, or that of its session, which is what a callback may carry. The two
 * have one form, so the id is looked for among transactions first.
 *
 * @throws SESSION_NOT_COMPLETED where the session has no transaction yet, NOT_FOUND where there is neither
 */
export async function findTransaction(
  client: Pick<DinteroClient, 'getSession' | 'getTransaction'>,
  id: string,
  call: CallOptions = {},
): Promise<Transaction & { readonly session: Session }> {
  try {
    return await client.getTransaction(id, { ...call, includes: 'session' });
  } catch (missing) {
    if (!isNotFound(missing)) throw missing;
    const transactionId = await readTransactionId(client, id, call, missing);
    return client.getTransaction(transactionId, { ...call, includes: 'session' });
  }
}

async function readTransactionId(
  client: Pick<DinteroClient, 'getSession'>,
  id: string,
  call: CallOptions,
  missing: Fault,
): Promise<string> {
  const session = await client.getSession(id, call).catch((error: unknown) => {
    throw isNotFound(error) ? missing : error;
  });
  if (session.transaction_id) return session.transaction_id;
  throw dinteroFaults.SESSION_NOT_COMPLETED({
    message: `Unexpected absence of transaction_id in session ${id}, expected a customer who has completed it`,
    path: 'session.transaction_id',
  });
}

function isNotFound(error: unknown): error is Fault {
  return error instanceof Fault && error.code === 'NOT_FOUND';
}
