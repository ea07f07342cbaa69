import { defineFaults, type Report } from './base/index.ts';
import type { Engine, Rendered } from './engine.ts';
import type { SourceInput } from './read-source.ts';
import type { StageTimings } from './timings.ts';

export const proofFaults = defineFaults({
  PROOF_UNFINISHED: {
    kind: 'internal',
    summary: 'A document of our own could not be read back within its time or memory, so nothing is known of it.',
    remedy: 'Try again when the machine is less busy; nothing was written.',
  },
});

/** For reading our own document back: it is no stranger's, and its time grows with its pages. */
const DEADLINE_MS = 30_000;
const DEADLINE_PER_PAGE_MS = 200;

/** What a reading that was cut short is told as; about the document itself it says nothing. */
const UNFINISHED: ReadonlySet<string> = new Set(['reading-deadline', 'reading-memory']);

export interface ProofOptions {
  readonly timings?: StageTimings | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads back what was just rendered, in strict. A document that says something else is a report with findings; one that
 * could not be read to its end is neither right nor wrong. Rendering it a second time would tell nothing new.
 *
 * @throws PROOF_UNFINISHED
 */
export async function proveRendered(
  engine: Engine,
  rendered: Rendered,
  source: SourceInput,
  options: ProofOptions = {},
): Promise<Report> {
  const deadlineMs = DEADLINE_MS + rendered.pageCount * DEADLINE_PER_PAGE_MS;
  const report = await engine.validate(rendered.pdf, source, { strict: true, rerender: false, deadlineMs, ...options });
  const unfinished = report.findings.find(({ ruleId }) => UNFINISHED.has(ruleId));
  if (unfinished === undefined) return report;
  throw proofFaults.PROOF_UNFINISHED({
    message: `Unexpected end of the proof of ${rendered.invoice.number} (${unfinished.found}), expected a document that was read`,
  });
}
