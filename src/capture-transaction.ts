import type { Fault } from './base/index.ts';
import type { CaptureJournal } from './capture-journal.ts';
import {
  clientFaults,
  type Deadline,
  type DinteroClient,
  findTransaction,
  hasPaymentDetails,
  readCollectionState,
  type Session,
  sleep,
  type Transaction,
  toCaptureRequest,
  withDeadline,
} from './dintero/index.ts';

/** A transaction that Kravia collects, with all that its document needs. */
export interface CapturedTransaction {
  readonly source: Transaction & { readonly session: Session };
  /** Whether this call started collection, or found it begun. */
  readonly capture: 'started' | 'found';
  /** Dintero's `event-request-id`, where the capture was accepted for later. */
  readonly eventRequestId: string | null;
}

/** What the first half of the flow needs. */
export interface CaptureFlow {
  readonly client: DinteroClient;
  /** Of the transaction, or of its session. */
  readonly id: string;
  readonly onStep: (step: 'read' | 'capture' | 'wait') => void;
  readonly deadline: Deadline;
  /** Throws for what must not be captured. */
  readonly refuse: (source: CapturedTransaction['source']) => void;
  /** Without one, only this call knows what it has sent. */
  readonly journal: CaptureJournal | null;
}

export interface CaptureOptions {
  /** For the whole flow, the wait for Kravia's details included; two minutes unless said otherwise. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Remembers captures that were sent, so that a process which takes over from a killed one sends none twice. */
  readonly journal?: CaptureJournal | undefined;
}

export const DEFAULT_ISSUE_TIMEOUT_MS = 120_000;
const FIRST_POLL_MS = 250;
const MAX_POLL_MS = 5_000;

/**
 * How long a noted capture may take to show in the transaction. Dintero appends INITIATE_CAPTURE when it accepts one, so
 * a request which shows nothing for so long was never taken, and another may be sent.
 */
const SETTLING_MS = 30_000;

/**
 * Starts collection of a transaction, once, and waits for Kravia's payment details. Safe to call again at any point.
 *
 * @throws Fault as `issueInvoice`
 */
export async function captureTransaction(
  client: DinteroClient,
  id: string,
  options: CaptureOptions & { readonly onStep?: CaptureFlow['onStep'] } = {},
): Promise<CapturedTransaction> {
  const { onStep = () => undefined, timeoutMs = DEFAULT_ISSUE_TIMEOUT_MS, journal = null } = options;
  return withDeadline(timeoutMs, options.signal, (deadline) =>
    captureWithin({ client, id, onStep, deadline, refuse: () => undefined, journal }),
  );
}

/** The same inside a larger flow, under its deadline. */
export async function captureWithin(flow: CaptureFlow): Promise<CapturedTransaction> {
  flow.onStep('read');
  const before = await findTransaction(flow.client, flow.id, toCall(flow));
  const captured =
    readCollectionState(before) === 'begun' ? await complete(before, flow) : await captureOnce(before, flow);
  if (readCollectionState(captured.source) === 'begun') flow.journal?.settle(before.id);
  return captured;
}

/** Each call has what remains of the whole. */
export function toCall({ deadline: { signal, remainingMs } }: Pick<CaptureFlow, 'deadline'>): {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
} {
  return { signal, timeoutMs: Math.max(1, remainingMs()) };
}

async function complete(before: CapturedTransaction['source'], flow: CaptureFlow): Promise<CapturedTransaction> {
  const source = hasPaymentDetails(before) ? before : await waitForDetails(before, flow);
  return { source, capture: 'found', eventRequestId: null };
}

async function captureOnce(before: CapturedTransaction['source'], flow: CaptureFlow): Promise<CapturedTransaction> {
  const { client, onStep, journal } = flow;
  flow.refuse(before);
  const note = journal?.note(before.id) ?? null;
  if (note !== null && !note.isOurs && !(await takeOver(before, note.ageMs, flow))) return complete(before, flow);
  onStep('capture');
  const request = toCaptureRequest(before.amount, before.items ?? before.session.order.items);
  const { how, eventRequestId } = await client.capture(before.id, request, toCall(flow));
  const source = await waitForDetails(before, flow);
  return { source, capture: how === 'already' ? 'found' : 'started', eventRequestId };
}

/**
 * Watches what another process has sent, or was about to send, until it shows or can no longer be under way. Whether
 * sending is now ours.
 */
async function takeOver(before: Transaction, ageMs: number, flow: CaptureFlow): Promise<boolean> {
  flow.onStep('wait');
  const { signal, remainingMs } = flow.deadline;
  const settledAt = performance.now() + SETTLING_MS - ageMs;
  for (let delay = FIRST_POLL_MS; ; delay = Math.min(MAX_POLL_MS, delay * 1.6)) {
    const now = await read(before.id, flow);
    if (hasMoved(before, now)) return false;
    const left = settledAt - performance.now();
    if (left <= 0) return flow.journal?.renew(before.id) ?? true;
    const pause = Math.min(delay, left);
    if (pause >= remainingMs()) throw pending(now, false);
    await sleep(pause, signal);
  }
}

/** Polls until Kravia's details are there. Between AUTHORIZED and them nothing but the transaction tells. */
async function waitForDetails(before: Transaction, flow: CaptureFlow): Promise<CapturedTransaction['source']> {
  flow.onStep('wait');
  const { signal, remainingMs } = flow.deadline;
  for (let delay = FIRST_POLL_MS; ; delay = Math.min(MAX_POLL_MS, delay * 1.6)) {
    const source = await read(before.id, flow);
    const state = readCollectionState(source);
    // A failure that stood there before is not that of the capture which is awaited.
    if (state === 'failed' && countFailures(source) > countFailures(before)) throw captureFailed(source);
    // A cancellation in the meantime is refused by the model, with its own code.
    if (state === 'voided' || (state === 'begun' && hasPaymentDetails(source))) return source;
    if (delay >= remainingMs()) throw pending(source, state === 'begun');
    await sleep(delay, signal);
  }
}

function read(id: string, flow: CaptureFlow): Promise<CapturedTransaction['source']> {
  return flow.client.getTransaction(id, { includes: 'session', ...toCall(flow) });
}

/** Whether anything has come of a capture since. */
function hasMoved(before: Transaction, now: Transaction): boolean {
  const state = readCollectionState(now);
  return state === 'begun' || state === 'voided' || countFailures(now) > countFailures(before);
}

function countFailures({ events }: Transaction): number {
  return (events ?? []).filter(({ event, success }) => event === 'INITIATE_CAPTURE' && success === false).length;
}

function captureFailed(source: Transaction): Fault {
  const failed = (source.events ?? []).findLast((event) => event.event === 'INITIATE_CAPTURE');
  const code = failed?.error?.code ?? '';
  const reason = /^[\w.-]{1,80}$/.test(code) ? ` (${code})` : '';
  return clientFaults.CAPTURE_FAILED({
    message: `Unexpected failure of INITIATE_CAPTURE${reason} of ${source.id}, expected collection to start`,
    path: 'transaction.events',
  });
}

function pending({ id }: Transaction, begun: boolean): Fault {
  const awaited = begun ? "Kravia's payment details" : 'an INITIATE_CAPTURE event';
  return clientFaults.PAYMENT_DETAILS_PENDING({
    message: `Unexpected absence of ${awaited} in transaction ${id} at the deadline`,
    path: 'transaction.metadata',
  });
}
