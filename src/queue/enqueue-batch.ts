import { isAbsolute, resolve } from 'node:path';
import { type BatchOptions, type BatchRecord, type BatchSummary, batchFaults, runBatchWith } from '../batch/index.ts';
import type { EngineOptions } from '../engine.ts';
import { disk } from '../files/index.ts';
import { DEFAULT_IN_FLIGHT, startQueuedWorkers } from './queued-workers.ts';

/** A batch whose documents are made by whoever takes jobs from the queue. */
export interface QueuedBatchOptions extends Omit<BatchOptions, 'dryRun' | 'jobs'> {
  /** Such as `redis://127.0.0.1:6379`. */
  readonly url: string;
  /** Records on the queue at once; more than the cores of all workers. Default 128. */
  readonly inFlight?: number | undefined;
}

/**
 * Puts records on the queue and collects the documents into `out`, with the same manifest, journal, order and resumption
 * as `runBatch`; what is told is safe on the disk. A job's id is the identity of its content, so whatever is put on the
 * queue again, by this run or another, is worked on once. Template and brand must be at the same paths on every host.
 *
 * @throws Fault as `runBatch`, QUEUE_UNAVAILABLE, QUEUE_URL_INVALID, ENGINE_DIFFERS
 */
export async function* enqueueBatch(options: QueuedBatchOptions): AsyncGenerator<BatchRecord, BatchSummary> {
  const { url, inFlight = DEFAULT_IN_FLIGHT, engine = {}, ...batch } = options;
  if ('dryRun' in batch && batch.dryRun === true) {
    throw batchFaults.SETTING_INVALID({ message: 'Unexpected dryRun with a queue, expected a run that writes' });
  }
  if (!Number.isSafeInteger(inFlight) || inFlight < 1) {
    throw batchFaults.SETTING_INVALID({ message: `Unexpected inFlight ${inFlight}, expected a whole number from 1` });
  }
  const everywhere = { ...batch, engine: toAbsolute('render' in engine ? engine.options : engine) };
  return yield* runBatchWith(everywhere, {
    disk,
    startWorkers: (settings, _jobs, deadlineMs) => startQueuedWorkers(url, settings, deadlineMs, inFlight),
  });
}

/** Workers have other current folders, so the paths of template and brand must not hang on this one. */
function toAbsolute({ template, brand, ...rest }: EngineOptions): EngineOptions {
  const isFolder = template !== undefined && (isAbsolute(template) || /[./\\]/.test(template));
  return {
    ...rest,
    ...(template === undefined ? {} : { template: isFolder ? resolve(template) : template }),
    ...(brand === undefined ? {} : { brand: typeof brand === 'string' ? resolve(brand) : brand }),
  };
}
