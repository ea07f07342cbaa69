import type { Fault, Report } from './base/index.ts';
import {
  clientFaults,
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
  return withDeadline(timeoutMs, options.signal, async ({ signal, remainingMs }) => {
    const call = () => ({ signal, timeoutMs: Math.max(1, Math.min(remainingMs(), DEFAULT_TIMEOUT_MS)) });
    const read = () => client.getTransaction(id, { includes: 'session', ...call() });
    onStep('read');
    const before = await read();
    const begun = readCollectionState(before) === 'begun';
    if (!begun) {
      rehearseIssue(engine, toSource(before));
      onStep('capture');
    }
    const request = toCaptureRequest(before.amount, before.items ?? before.session.order.items);
    const outcome = begun ? null : await client.capture(id, request, call());
    const source =
      begun && hasPaymentDetails(before) ? before : await waitForDetails(before, read, onStep, { signal, remainingMs });
    onStep('render');
    const document = engine.render(toSource(source));
    onStep('prove');
    const report = await engine.validate(document.pdf, toSource(source), { strict: true, signal });
    const proven = report.verdict === 'valid';
    const witness = options.witness && proven ? await compareWitness(client, engine, source, call(), onStep) : null;
    const capture = outcome === null || outcome.how === 'already' ? 'found' : 'started';
    return { document: proven ? document : null, report, source, capture, witness };
  });
}

/** Polls until Kravia's details are there. Between AUTHORIZED and them nothing but the transaction tells. */
async function waitForDetails(
  before: Transaction,
  read: () => Promise<IssuedInvoice['source']>,
  onStep: (step: IssueStep) => void,
  { signal, remainingMs }: { readonly signal: AbortSignal; readonly remainingMs: () => number },
): Promise<IssuedInvoice['source']> {
  onStep('wait');
  for (let delay = FIRST_POLL_MS; ; delay = Math.min(MAX_POLL_MS, delay * 1.6)) {
    const source = await read();
    const state = readCollectionState(source);
    // A failure that stood there before is not that of the capture which is awaited.
    if (state === 'failed' && countFailures(source) > countFailures(before)) throw captureFailed(source);
    // A cancellation in the meantime is refused by the model, with its own code.
    if (state === 'voided' || (state === 'begun' && hasPaymentDetails(source))) return source;
    if (delay >= remainingMs()) throw pending(source, state === 'begun');
    await sleep(delay, signal);
  }
}

async function compareWitness(
  client: DinteroClient,
  engine: Engine,
  source: IssuedInvoice['source'],
  call: { readonly signal: AbortSignal; readonly timeoutMs: number },
  onStep: (step: IssueStep) => void,
): Promise<Report> {
  onStep('witness');
  const pdf = await client.getGeneratedInvoice(source, call);
  return engine.validate(pdf, toSource(source), { signal: call.signal });
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
