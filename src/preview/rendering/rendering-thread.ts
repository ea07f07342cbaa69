import { parentPort } from 'node:worker_threads';
import { Fault } from '../../base/index.ts';
import { createReader } from '../../readback/index.ts';
import { runSnapshots } from '../../snapshot/index.ts';
import { lintTemplate, loadTemplate } from '../../template/index.ts';
import type { RenderJob } from '../catalog.ts';
import { KEPT_REVISIONS } from '../limits.ts';
import type { OtherPreviews } from '../messages.ts';
import { Rendition, toShownFault } from './rendition.ts';
import { GONE, type Question, type ThreadMessage, type ThreadOrder } from './thread-messages.ts';

/*
 * Renders in a thread of its own, so that the server goes on answering however long a document takes. Holds the last
 * renditions, which questions are about.
 */

const port = parentPort;
const reader = createReader();
const renditions = new Map<number, Rendition>();
/** By choice: the proof that is under way, which a later revision makes pointless. */
const proofs = new Map<string, AbortController>();

port?.on('message', (order: ThreadOrder) => {
  if (order.kind === 'render') void render(order.revision, order.job);
  else void answer(order.id, order.question);
});

async function render(revision: number, job: RenderJob): Promise<void> {
  const choice = JSON.stringify(job.choice);
  proofs.get(choice)?.abort();
  const stop = new AbortController();
  proofs.set(choice, stop);
  const started = performance.now();
  try {
    const rendition = await Rendition.make(job, reader);
    renditions.set(revision, rendition);
    for (const old of renditions.keys()) if (old <= revision - KEPT_REVISIONS) renditions.delete(old);
    const { pdf, invoice } = rendition.rendered;
    tell({
      kind: 'rendered',
      revision,
      pdf,
      pages: rendition.laidOut.paged.pages.map(({ width, height }) => ({ width, height })),
      ms: performance.now() - started,
      invoiceNumber: invoice.number,
      language: rendition.laidOut.paged.language,
      accent: rendition.parts.brand?.accent ?? null,
    });
    const proof = await rendition.prove(revision, stop.signal);
    tell({ kind: 'event', event: proof });
    tell({ kind: 'event', event: rendition.compare(revision) });
  } catch (error) {
    if (stop.signal.aborted) return;
    if (!(error instanceof Fault)) throw error;
    tell({
      kind: 'event',
      event: {
        kind: 'fault',
        revision,
        saved: null,
        faults: listFaults(error, job.directory).map((fault) => toShownFault(fault, job.directory)),
      },
    });
  }
}

/** What stopped the rendering, and whatever else is wrong with the template that can be told without rendering. */
function listFaults(first: Fault, directory: string): readonly Fault[] {
  if (first.kind !== 'template') return [first];
  const keyOf = ({ code, place, message }: Fault): string => JSON.stringify([code, place, message]);
  try {
    const others = lintTemplate(loadTemplate(directory)).filter((fault) => keyOf(fault) !== keyOf(first));
    return [first, ...others];
  } catch (error) {
    if (error instanceof Fault) return [first];
    throw error;
  }
}

async function answer(id: number, question: Question): Promise<void> {
  try {
    tell({ kind: 'answer', id, value: await findAnswer(question) });
  } catch (error) {
    tell({ kind: 'answer', id, value: null, fault: error instanceof Fault ? error.toJSON() : undefined });
    if (!(error instanceof Fault)) throw error;
  }
}

/** Null where the question is about nothing that is there. */
async function findAnswer(question: Question): Promise<unknown> {
  if (question.kind === 'others') return findOthers(question.job, question.approve);
  const rendition = renditions.get(question.revision);
  if (rendition === undefined) return GONE;
  switch (question.kind) {
    case 'page':
      return rendition.describePage(question.page);
    case 'structure':
      return rendition.describeStructure();
    case 'element':
      return rendition.describeElement(question.file, question.line, question.column);
    case 'approved-pages':
      return rendition.paintApproved();
    case 'is-pictured':
      return rendition.isPictured;
    case 'approve':
      return rendition.approve(question.picture);
    case 'compare':
      return rendition.compare(question.revision);
    default:
      return question satisfies never;
  }
}

/** Every other case of the template; with `approve`, each is approved as well. */
async function findOthers(job: RenderJob, approve: boolean): Promise<OtherPreviews> {
  const { cases } = await runSnapshots({ template: job.directory, update: approve, unreleased: true, record: false });
  const own = `${job.fixture.name}.${job.choice.locale}`;
  const others = cases.filter(({ name }) => name !== own);
  return {
    count: others.length,
    differing: others
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ name, title, outcome, differences, fault }) => ({
        fixture: name.slice(0, name.lastIndexOf('.')),
        locale: name.slice(name.lastIndexOf('.') + 1),
        title,
        what: fault?.message ?? differences.at(0)?.title ?? OUTCOMES[outcome],
      })),
  };
}

const OUTCOMES = {
  same: '',
  different: 'looks different',
  new: 'nothing approved yet',
  gone: 'no fixture of this name is left',
  wrong: 'does not match its session',
  fault: 'cannot be rendered',
} as const;

function tell(message: ThreadMessage): void {
  port?.postMessage(message);
}
