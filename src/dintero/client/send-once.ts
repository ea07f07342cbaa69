import { Fault } from '../../base/index.ts';
import type { Transaction } from '../wire/transaction.ts';
import type { Answer } from './answer.ts';
import type { Deadline } from './deadline.ts';
import { clientFaults } from './faults.ts';
import { backoff, readRetryAfter } from './retry.ts';
import { wasNeverSent } from './send.ts';
import { type Redact, toStatusFault } from './status-fault.ts';
import type { Surroundings } from './surroundings.ts';

/** Something that must not happen twice, and how to see that it has happened. */
export interface Once {
  /** For messages: `POST /v1/transactions/ID/capture`. */
  readonly what: string;
  readonly post: (deadline: Deadline) => Promise<Answer>;
  readonly read: (deadline: Deadline) => Promise<Transaction>;
  /** Whether the transaction shows it; throws where the transaction rules it out. */
  readonly isDone: (transaction: Transaction) => boolean;
}

/** How it ended. */
export interface OnceOutcome {
  /** `already`: nothing was sent. `accepted`: Dintero said so. `seen`: the answer was lost, the transaction shows it. */
  readonly how: 'already' | 'accepted' | 'seen';
  /** As read before sending, or where the outcome was seen. */
  readonly transaction: Transaction;
  /** Dintero's `event-request-id` of an answer 202: the `request_id` of the INITIATE event. */
  readonly eventRequestId: string | null;
}

/** Requests that were certainly not taken may be sent again this often. */
const MAX_POSTS = 4;
/** Reads that look for what an answer did not tell. */
const MAX_READS = 8;

/**
 * Sends what must not be done twice. Before each sending the transaction is read. Only a request that was certainly not
 * taken is repeated: one that never left (no connection), or was turned away at the door (401, 429). After anything
 * else, a broken connection, a deadline, 5xx, it may have been taken, so the transaction alone is asked from then on.
 *
 * @throws OUTCOME_UNKNOWN, and the fault of a plain refusal
 */
export async function sendOnce(
  once: Once,
  deadline: Deadline,
  around: Pick<Surroundings, 'clock' | 'random' | 'sleep'>,
  redact: Redact,
): Promise<OnceOutcome> {
  for (let posts = 1; ; posts += 1) {
    const transaction = await once.read(deadline);
    if (once.isDone(transaction)) return { how: posts === 1 ? 'already' : 'seen', transaction, eventRequestId: null };
    const answer = await attempt(once, deadline);
    if (!(answer instanceof Fault) && (answer.status === 200 || answer.status === 202 || answer.status === 204)) {
      return { how: 'accepted', transaction, eventRequestId: readEventRequestId(answer) };
    }
    const fault = answer instanceof Fault ? answer : toStatusFault(answer, once.what, redact);
    const standing = judge(answer);
    if (standing === 'unknown') return lookForOutcome(once, fault, deadline, around);
    // A refusal for the transaction's state may mean that another capture, perhaps an earlier one of ours, came first.
    if (standing === 'refused') return lookForOutcome(once, fault, deadline, around, 2);
    const asked = answer instanceof Fault ? null : readRetryAfter(answer.headers, around.clock());
    const delay = Math.max(
      asked ?? 0,
      answer instanceof Fault || answer.status === 429 ? backoff(posts, around.random) : 0,
    );
    const limit = !(answer instanceof Fault) && answer.status === 401 ? 2 : MAX_POSTS;
    if (posts >= limit || delay >= deadline.remainingMs()) throw fault;
    await around.sleep(delay, deadline.signal);
  }
}

async function attempt(once: Once, deadline: Deadline): Promise<Answer | Fault> {
  try {
    return await once.post(deadline);
  } catch (error) {
    // Time is up or the caller gave up: there is nobody left to look for the outcome.
    if (deadline.signal.aborted) throw unknown(once, error instanceof Fault ? error : null);
    if (error instanceof Fault) return error;
    throw error;
  }
}

/** What an answer says about whether the request was taken. */
function judge(answer: Answer | Fault): 'not-taken' | 'refused' | 'unknown' {
  if (answer instanceof Fault) return wasNeverSent(answer) ? 'not-taken' : 'unknown';
  if (answer.status === 401 || answer.status === 429) return 'not-taken';
  return answer.status >= 400 && answer.status < 500 && answer.status !== 408 ? 'refused' : 'unknown';
}

/** Reads the transaction until it shows what was asked for. What was refused outright is thrown after a look or two. */
async function lookForOutcome(
  once: Once,
  fault: Fault,
  deadline: Deadline,
  around: Pick<Surroundings, 'random' | 'sleep'>,
  maxReads = MAX_READS,
): Promise<OnceOutcome> {
  for (let reads = 1; reads <= maxReads; reads += 1) {
    const transaction = await once.read(deadline);
    if (once.isDone(transaction)) return { how: 'seen', transaction, eventRequestId: null };
    const delay = backoff(reads, around.random);
    if (reads === maxReads || delay >= deadline.remainingMs()) break;
    await around.sleep(delay, deadline.signal);
  }
  throw maxReads < MAX_READS ? fault : unknown(once, fault);
}

function unknown(once: Once, fault: Fault | null): Fault {
  const reason = fault === null ? '' : `: ${fault.message}`;
  return clientFaults.OUTCOME_UNKNOWN({
    message: `Unexpected silence about ${once.what}${reason}`,
    cause: fault ?? undefined,
  });
}

function readEventRequestId({ headers }: Answer): string | null {
  const id = headers.get('event-request-id') ?? '';
  return /^[A-Za-z0-9._:-]{1,200}$/.test(id) ? id : null;
}
