import type { Fault, Report } from './base/index.ts';
import {
  clientFaults,
  type Deadline,
  type DinteroClient,
  hasPaymentDetails,
  readCollectionState,
  type Session,
  type Source,
  sleep,
  type Transaction,
  toCaptureRequest,
  withDeadline,
} from './dintero/index.ts';
import type { Engine, Rendered } from './engine.ts';
import { rehearseIssue } from './rehearse-issue.ts';

export interface IssueOptions {
  /** For the whole flow, the wait for Kravia's details included; two minutes unless said otherwise. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Also fetches Kravia's own PDF and holds it against the same session. */
  readonly witness?: boolean | undefined;
  /** Tells what is being done, for people who wait. */
  readonly onStep?: ((step: IssueStep) => void) | undefined;
}

/** The steps, in their order. */
export type IssueStep = 'read' | 'capture' | 'wait' | 'render' | 'prove' | 'witness';

/** What became of a transaction. */
export interface IssuedInvoice {
  /** Null where the proof failed: such a document must not be sent. */
  readonly document: Rendered | null;
  /** The document as it was proven or not; for looking at, where it was not. */
  readonly rendered: Rendered;
  readonly report: Report;
  /** The transaction with its session that the document was made of. */
  readonly source: Transaction & { readonly session: Session };
  /** Whether this call started collection, or found it begun. */
  readonly capture: 'started' | 'found';
  /** What Kravia's own PDF says, where it was asked for. */
  readonly witness: Report | null;
}

const DEFAULT_TIMEOUT_MS = 120_000;
const FIRST_POLL_MS = 250;
const MAX_POLL_MS = 5_000;

/** A transaction that Kravia collects, with all that its document needs. */
export interface CapturedTransaction {
  readonly source: IssuedInvoice['source'];
  readonly capture: 'started' | 'found';
  /** Dintero's `event-request-id`, where the capture was accepted for later. */
  readonly eventRequestId: string | null;
}

/**
 * The whole way from a transaction to a document that may be sent: read, refuse what cannot be issued, capture once,
 * wait for Kravia's payment details, render, prove. Safe to call again at any point: what is captured is not captured
 * again, and the same transaction gives the same bytes.
 *
 * @throws Fault of any kind; OUTCOME_UNKNOWN and PAYMENT_DETAILS_PENDING ask to be called again later
 */
export async function issueInvoice(
  client: DinteroClient,
  id: string,
  engine: Engine,
  options: IssueOptions = {},
): Promise<IssuedInvoice> {
  const { onStep = () => undefined, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return withDeadline(timeoutMs, options.signal, async (deadline) => {
    const flow: Flow = { client, id, onStep, deadline, refuse: (source) => rehearseIssue(engine, toSource(source)) };
    const { source, capture } = await captureWithin(flow);
    onStep('render');
    const rendered = engine.render(toSource(source));
    onStep('prove');
    const report = await engine.validate(rendered.pdf, toSource(source), { strict: true, signal: deadline.signal });
    const proven = report.verdict === 'valid';
    const witness = options.witness && proven ? await compareWitness(flow, engine, source) : null;
    return { document: proven ? rendered : null, rendered, report, source, capture, witness };
  });
}

/**
 * The first half alone: captures once, where that has not been done, and waits for Kravia's payment details.
 *
 * @throws Fault as `issueInvoice`
 */
export async function captureTransaction(
  client: DinteroClient,
  id: string,
  options: Pick<IssueOptions, 'timeoutMs' | 'signal' | 'onStep'> = {},
): Promise<CapturedTransaction> {
  const { onStep = () => undefined, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  return withDeadline(timeoutMs, options.signal, (deadline) =>
    captureWithin({ client, id, onStep, deadline, refuse: () => undefined }),
  );
}

interface Flow {
  readonly client: DinteroClient;
  readonly id: string;
  readonly onStep: (step: IssueStep) => void;
  readonly deadline: Deadline;
  /** Throws for what must not be captured. */
  readonly refuse: (source: IssuedInvoice['source']) => void;
}

async function captureWithin(flow: Flow): Promise<CapturedTransaction> {
  const { client, id, onStep } = flow;
  onStep('read');
  const before = await read(flow);
  if (readCollectionState(before) === 'begun') {
    const source = hasPaymentDetails(before) ? before : await waitForDetails(before, flow);
    return { source, capture: 'found', eventRequestId: null };
  }
  flow.refuse(before);
  onStep('capture');
  const request = toCaptureRequest(before.amount, before.items ?? before.session.order.items);
  const { how, eventRequestId } = await client.capture(id, request, toCall(flow));
  const source = await waitForDetails(before, flow);
  return { source, capture: how === 'already' ? 'found' : 'started', eventRequestId };
}

function read(flow: Flow): Promise<IssuedInvoice['source']> {
  return flow.client.getTransaction(flow.id, { includes: 'session', ...toCall(flow) });
}

/** Each call has what remains of the whole. */
function toCall({ deadline: { signal, remainingMs } }: Flow): { signal: AbortSignal; timeoutMs: number } {
  return { signal, timeoutMs: Math.max(1, remainingMs()) };
}

/** Polls until Kravia's details are there. Between AUTHORIZED and them nothing but the transaction tells. */
async function waitForDetails(before: Transaction, flow: Flow): Promise<IssuedInvoice['source']> {
  flow.onStep('wait');
  const { signal, remainingMs } = flow.deadline;
  for (let delay = FIRST_POLL_MS; ; delay = Math.min(MAX_POLL_MS, delay * 1.6)) {
    const source = await read(flow);
    const state = readCollectionState(source);
    // A failure that stood there before is not that of the capture which is awaited.
    if (state === 'failed' && countFailures(source) > countFailures(before)) throw captureFailed(source);
    // A cancellation in the meantime is refused by the model, with its own code.
    if (state === 'voided' || (state === 'begun' && hasPaymentDetails(source))) return source;
    if (delay >= remainingMs()) throw pending(source, state === 'begun');
    await sleep(delay, signal);
  }
}

async function compareWitness(flow: Flow, engine: Engine, source: IssuedInvoice['source']): Promise<Report> {
  flow.onStep('witness');
  const pdf = await flow.client.getGeneratedInvoice(source, toCall(flow));
  return engine.validate(pdf, toSource(source), { signal: flow.deadline.signal });
}

/** The record that engines read; a transaction that carries its session is one too, but its paths read worse. */
function toSource({ session, ...transaction }: IssuedInvoice['source']): Source {
  return { session, transaction, brandKey: null };
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
