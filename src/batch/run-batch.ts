import { createHash } from 'node:crypto';
import { Fault } from '../base/index.ts';
import { codeOfSystemError, type Disk, disk } from '../files/index.ts';
import { type BatchOptions, toBatchSettings } from './batch-options.ts';
import { toDiskFault } from './disk-fault.ts';
import type { JournalEntry } from './journals.ts';
import { GROUP_MS, GROUP_SIZE, MAX_HELD_RECORDS } from './limits.ts';
import type { EarlierLine } from './manifest.ts';
import { toManifestEntry } from './manifest-entry.ts';
import { type Output, openOutput } from './output.ts';
import { openRecords } from './read-records.ts';
import {
  type BatchRecord,
  type BatchSummary,
  type RawRecord,
  type RecordFault,
  toRecordFault,
  type WorkResult,
} from './record.ts';
import { settleInOrder } from './settle-in-order.ts';
import { createSettler, type WorkedRecord } from './settle-record.ts';
import { startWorkerPool, type WorkerSettings, type Workers } from './worker-pool.ts';
import { openXmlFolder, type XmlFolder } from './xml-folder.ts';

/** What a run leans on, handed in so that tests can make it fail. */
export interface BatchParts {
  readonly disk: Disk;
  readonly startWorkers: (settings: WorkerSettings, jobs: number, deadlineMs: number) => Workers;
}

/**
 * Renders, proves and writes many records, and tells of each in the order they were read. A record that fails is told
 * like any other and stops nobody. What is told is safe on the disk and in the manifest. Ends with how the run ended.
 *
 * Throws `Fault` for what no record can help: sources, template or brand at fault, a locked folder, a disk that is full.
 * The folder is then as a run that was cut short leaves it, and `resume` goes on from there.
 */
export async function* runBatch(options: BatchOptions): AsyncGenerator<BatchRecord, BatchSummary> {
  return yield* runBatchWith(options, {
    disk,
    startWorkers: (settings, jobs, deadlineMs) => startWorkerPool(settings, jobs, deadlineMs),
  });
}

/** The same with the disk and the workers handed in. */
export async function* runBatchWith(
  options: BatchOptions,
  parts: BatchParts,
): AsyncGenerator<BatchRecord, BatchSummary> {
  const settings = toBatchSettings(options);
  const { maxFailures } = settings;
  const letGo = new AbortController();
  const records = openRecords(options.sources, letGo.signal);
  const counts = { written: 0, replaced: 0, unchanged: 0, checked: 0, failed: 0 };
  const wasAborted = () => options.signal?.aborted ?? false;
  const isStopped = () => wasAborted() || counts.failed >= maxFailures;
  const withdraw = () => {
    // What cannot be taken back is waited for, as without it.
    workers?.withdraw?.().catch(() => undefined);
  };
  const onAbort = () => {
    letGo.abort();
    withdraw();
  };
  options.signal?.addEventListener('abort', onAbort, { once: true });
  let output: Output | null = null;
  let workers: Workers | null = null;
  let begun = 0;
  let isExhausted = false;
  let isCut = false;

  async function* count(): AsyncGenerator<RawRecord> {
    yield* records;
    // Records that were let go of end too, but were not come to.
    isExhausted = !letGo.signal.aborted;
  }

  try {
    const { engine, brands, force, jobs, deadlineMs } = settings;
    workers = parts.startWorkers({ engine, brands, force, xml: settings.xml !== null }, jobs, deadlineMs);
    const identified = await workers.identify();
    if ('fault' in identified) throw revive(identified.fault);
    const { identity } = identified;
    output = settings.dryRun ? null : await openOutput(parts.disk, settings);
    const xml = settings.xml === null || settings.dryRun ? null : openXmlFolder(parts.disk, settings.xml);
    const settle = createSettler(output?.sink ?? null, xml);
    const workOn = createWork(workers, output, { resume: settings.resume, identity, xml });
    const work = async (raw: RawRecord) => {
      const worked = await workOn(raw);
      isCut ||= worked === null;
      return worked;
    };
    const { sink = null } = output ?? {};
    const letGoOf = ({ result }: Worked) => {
      if (result.kind === 'staged') void sink?.discard({ ...result, isSame: false });
    };
    const limits = { running: workers.capacity, held: MAX_HELD_RECORDS, groupSize: GROUP_SIZE, groupMs: GROUP_MS };
    for await (const group of settleInOrder(count(), work, limits, {
      isStopped,
      signal: letGo.signal,
      letGo: letGoOf,
    })) {
      const settled = await settleGroup(group, settle, identity);
      xml?.settle();
      await output?.commit(settled.map(({ journal }) => journal));
      begun += settled.length;
      for (const { record } of settled) {
        counts[record.outcome] += 1;
        yield record;
      }
      if (isStopped()) withdraw();
    }
    const finished = isExhausted && !isCut;
    if (finished) await output?.finish();
    // Whether the output could be left as it should be is part of how the run went.
    const released = output;
    output = null;
    await workers.close();
    await released?.release();
    const stoppedBy = finished ? null : wasAborted() ? 'signal' : 'failures';
    return { finished, stoppedBy, records: begun, counts };
  } catch (error) {
    throw toDiskFault(error, options.out) ?? error;
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
    letGo.abort();
    // Not waited for: sources that never answer would not answer this either.
    records.return(undefined).catch(() => undefined);
    await workers?.close();
    await releaseQuietly(output);
  }
}

interface Settled {
  readonly record: BatchRecord;
  readonly journal: JournalEntry;
}

/**
 * Gives the documents of a group their names. Who gets a name is decided in the order of the records; a sink that takes
 * time works on all of them at once, and nothing is under way any more when this ends.
 */
async function settleGroup(
  group: readonly Worked[],
  settle: (record: WorkedRecord) => Promise<BatchRecord>,
  identity: string,
): Promise<readonly Settled[]> {
  const outcomes = await Promise.allSettled(group.map(settle));
  return outcomes.map((outcome, index) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    const record = outcome.value;
    return { record, journal: toJournalEntry(record, group[index]?.earlier ?? null, identity) };
  });
}

type Worked = WorkedRecord & { readonly earlier: EarlierLine | null };

/** What is done with each record as it is read, several at a time. */
function createWork(
  workers: Workers,
  output: Output | null,
  { resume, identity, xml }: { readonly resume: boolean; readonly identity: string; readonly xml: XmlFolder | null },
): (raw: RawRecord) => Promise<Worked | null> {
  async function workOn(raw: RawRecord, known: WorkedRecord['known']): Promise<WorkResult> {
    if ('fault' in raw) return { kind: 'refused', fault: toRecordFault(raw.fault), ms: 0 };
    const { line, input, bytes } = raw;
    const isIntact = output?.isIntact ?? null;
    const out = output?.staging ?? null;
    if (isIntact === null) return workers.run({ line, input, bytes, known, out });
    if (known !== null && (await isIntact(known))) return { kind: 'intact', ms: 0 };
    return workers.run({ line, input, bytes, known: null, out });
  }

  return async (raw) => {
    const { line, input } = raw;
    const inputSha256 = 'bytes' in raw ? createHash('sha256').update(raw.bytes).digest('hex') : null;
    const earlier = output?.manifest.find(inputSha256, line) ?? null;
    const trusted = resume && earlier?.entry.settings === identity ? toKnown(earlier) : null;
    const known = trusted === null || xml === null || xml.has(trusted.file) ? trusted : null;
    const result = await workOn(raw, known);
    if (result.kind === 'hopeless') throw revive(result.fault);
    if (result.kind === 'withdrawn') return null;
    return { line, input, inputSha256, known, knownNumber: earlier?.entry.invoiceNumber ?? null, result, earlier };
  };
}

function toKnown({ entry: { file, sha256, bytes, verdict } }: EarlierLine): WorkedRecord['known'] {
  return verdict === 'valid' && file !== null && sha256 !== null ? { file, sha256, bytes } : null;
}

/** A line that says the same as an earlier run's is that line. */
function toJournalEntry(record: BatchRecord, earlier: EarlierLine | null, identity: string): JournalEntry {
  const entry = toManifestEntry(record, identity);
  return earlier !== null && JSON.stringify(entry) === JSON.stringify(earlier.entry)
    ? { offset: earlier.offset }
    : { entry };
}

function revive({ code, kind, ...details }: RecordFault): Fault {
  return new Fault(code, { kind, summary: details.message, remedy: details.hint ?? '' }, details);
}

/** What cannot be tidied now, the next run tidies; it must not hide why this one ended. */
async function releaseQuietly(output: Output | null): Promise<void> {
  try {
    await output?.release();
  } catch (error) {
    if (codeOfSystemError(error) === null && !(error instanceof Fault)) throw error;
  }
}
