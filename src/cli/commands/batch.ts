import { Fault } from '../../base/index.ts';
import { type BatchOptions, type BatchRecord, type BatchSummary, countRecords, runBatch } from '../../batch/index.ts';
import { BatchReport, codeOf } from '../batch-report.ts';
import { type EngineFlags, toEngineOptions } from '../engine-flags.ts';
import { toExitCode } from '../exit-codes.ts';
import { cliFaults } from '../faults.ts';
import { hearInterrupts } from '../hear-interrupts.ts';
import { parseCount } from '../parse-count.ts';
import { type Progress, showProgress } from '../progress.ts';
import { toQueueUrl } from '../queue-url.ts';
import type { Host, Terminal } from '../terminal.ts';
import type { Command } from './command.ts';

export interface BatchFlags extends EngineFlags {
  readonly out: string;
  readonly brands?: string;
  readonly jobs?: string;
  readonly resume?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly failFast?: boolean;
  readonly maxFailures?: string;
  readonly queue?: string | true;
  readonly xml?: string;
}

/** `fakturapress batch SOURCES --out DIR`: many invoices, each proven; a run that was cut short goes on with `--resume`. */
export const batchCommand: Command<BatchFlags> = async ({ terminal, host }, sources, flags) => {
  checkXmlFlag(flags);
  const started = host.clock();
  const stop = new AbortController();
  const report = new BatchReport();
  const out = flags.dryRun === true ? null : flags.out;
  const options: BatchOptions = {
    engine: toEngineOptions(flags),
    sources,
    out: flags.out,
    brands: flags.brands,
    xml: flags.xml,
    jobs: parseCount('--jobs', flags.jobs),
    maxFailures: parseCount('--max-failures', flags.maxFailures),
    resume: flags.resume,
    force: flags.force,
    failFast: flags.failFast,
    dryRun: flags.dryRun,
    signal: stop.signal,
  };
  const run = await startRun(options, flags, host);
  const counting = startCounting(sources, terminal, host);
  const wipe = showProgress(terminal, host, () => toProgress(report, counting.total()));
  const deafen = hearInterrupts(host, terminal, () => stop.abort());
  try {
    const summary = await follow(run, (record) => {
      report.add(record);
      terminal.json(toEvent(record));
    });
    const exitCode = report.exitCode(summary);
    const elapsedMs = host.clock() - started;
    wipe();
    terminal.json(report.toJson(summary, exitCode, elapsedMs));
    report.print(terminal, summary, { out, total: counting.total(), elapsedMs });
    return exitCode;
  } catch (error) {
    wipe();
    if (!terminal.voice.json || !(error instanceof Fault)) throw error;
    // The last line is the result, whatever came of the run.
    terminal.json({ type: 'result', finished: false, exitCode: toExitCode(error.kind), fault: error });
    return toExitCode(error.kind);
  } finally {
    wipe();
    deafen();
    counting.stop();
  }
};

function checkXmlFlag({ xml, eInvoice }: BatchFlags): void {
  if (xml === undefined || eInvoice !== undefined) return;
  throw cliFaults.USAGE({ message: 'Unexpected --xml alone, expected --e-invoice beside it to say which XML.' });
}

/** With `--queue` others make the documents; Redis and its client are only loaded then. */
async function startRun(
  options: BatchOptions,
  { queue, jobs, dryRun }: BatchFlags,
  host: Host,
): Promise<AsyncGenerator<BatchRecord, BatchSummary>> {
  if (queue === undefined) {
    host.tuneForMany?.();
    return runBatch(options);
  }
  if (jobs !== undefined || dryRun === true) {
    const flag = dryRun === true ? '--dry-run' : '--jobs';
    throw cliFaults.USAGE({ message: `Unexpected ${flag} beside --queue: the workers of the queue do the work.` });
  }
  const { enqueueBatch } = await import('../../queue/index.ts');
  return enqueueBatch({ ...options, url: toQueueUrl(queue, host) });
}

async function follow(
  run: AsyncGenerator<BatchRecord, BatchSummary>,
  tell: (record: BatchRecord) => void,
): Promise<BatchSummary> {
  for (;;) {
    const next = await run.next();
    if (next.done === true) return next.value;
    tell(next.value);
  }
}

/** How many records there are is found out on the side; a bar that waits for it would show no sign of life. */
function startCounting(
  sources: string,
  terminal: Terminal,
  host: Host,
): { readonly total: () => number | null; readonly stop: () => void } {
  const stop = new AbortController();
  let total: number | null = null;
  // With --json nobody looks at a total.
  if (!terminal.voice.quiet && (host.columns !== undefined || !terminal.voice.json)) {
    void countRecords(sources, stop.signal).then((count) => {
      total = count;
    });
  }
  return { total: () => total, stop: () => stop.abort() };
}

function toProgress(report: BatchReport, total: number | null): Progress {
  return { done: report.done, failed: report.failed, total };
}

function toEvent(record: BatchRecord): object {
  const { fault, findings, ...rest } = record;
  return {
    type: 'record',
    ...rest,
    ...(record.outcome === 'failed' ? { code: codeOf(record) } : {}),
    ...(fault === null ? {} : { fault }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}
