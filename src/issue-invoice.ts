import type { Report } from './base/index.ts';
import {
  type CapturedTransaction,
  type CaptureFlow,
  type CaptureOptions,
  captureWithin,
  DEFAULT_ISSUE_TIMEOUT_MS,
  toCall,
} from './capture-transaction.ts';
import { compareWitness } from './check/index.ts';
import { type DinteroClient, type Source, withDeadline } from './dintero/index.ts';
import type { Engine, Rendered } from './engine.ts';
import { proveRendered } from './prove-rendered.ts';
import { rehearseIssue } from './rehearse-issue.ts';

export interface IssueOptions extends CaptureOptions {
  /** Also fetches Kravia's own PDF and holds ours against it: number, reference, account, due date, sum. */
  readonly witness?: boolean | undefined;
  /** Tells what is being done, for people who wait. */
  readonly onStep?: ((step: IssueStep) => void) | undefined;
}

/** The steps, in their order. */
export type IssueStep = 'read' | 'capture' | 'wait' | 'render' | 'prove' | 'witness';

/** What became of a transaction. */
export interface IssuedInvoice extends Pick<CapturedTransaction, 'capture'> {
  /** Null where the proof failed, or Kravia's own PDF says otherwise: such a document must not be sent. */
  readonly document: Rendered | null;
  /** The document as it was proven or not; for looking at, where it was not. */
  readonly rendered: Rendered;
  readonly report: Report;
  /** The transaction with its session that the document was made of. */
  readonly source: CapturedTransaction['source'];
  /** How Kravia's own PDF stands to ours, where it was asked; see `compareWitness`. */
  readonly witness: Report | null;
}

/**
 * The whole way from a transaction to a document that may be sent: read, refuse what cannot be issued, capture once,
 * wait for Kravia's payment details, render, prove. `id` is the transaction's, or its session's. Safe to call again at
 * any point: what is captured is not captured again, and the same transaction gives the same bytes. With a journal that
 * holds across processes too, for the moment between a capture and its event.
 *
 * @throws Fault of any kind; OUTCOME_UNKNOWN and PAYMENT_DETAILS_PENDING ask to be called again later
 */
export async function issueInvoice(
  client: DinteroClient,
  id: string,
  engine: Engine,
  options: IssueOptions = {},
): Promise<IssuedInvoice> {
  const { onStep = () => undefined, timeoutMs = DEFAULT_ISSUE_TIMEOUT_MS, journal = null } = options;
  return withDeadline(timeoutMs, options.signal, async (deadline) => {
    const refuse: CaptureFlow['refuse'] = (source) => rehearseIssue(engine, toSource(source));
    const { source, capture } = await captureWithin({ client, id, onStep, deadline, refuse, journal });
    onStep('render');
    const rendered = engine.render(toSource(source));
    onStep('prove');
    const report = await proveRendered(engine, rendered, toSource(source), { signal: deadline.signal });
    const proven = report.verdict === 'valid';
    const witness = options.witness && proven ? await askWitness(rendered, source) : null;
    const document = proven && witness?.verdict !== 'invalid' ? rendered : null;
    return { document, rendered, report, source, capture, witness };

    async function askWitness({ pdf }: Rendered, of: IssuedInvoice['source']): Promise<Report> {
      onStep('witness');
      const theirs = await client.getGeneratedInvoice(of, toCall({ deadline }));
      return compareWitness(pdf, theirs, { signal: deadline.signal });
    }
  });
}

/** The record that engines read; a transaction that carries its session is one too, but its paths read worse. */
function toSource({ session, ...transaction }: IssuedInvoice['source']): Source {
  return { session, transaction, brandKey: null };
}
