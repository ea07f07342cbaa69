import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Job, Worker } from 'bullmq';
import {
  loadIdentity,
  type RecordFault,
  startWorkerPool,
  toRecordFault,
  type Workers,
  type WorkResult,
} from '../batch/index.ts';
import { disk, removeIfThere } from '../files/index.ts';
import { connectRedis, QUEUE, queueUnavailable } from './connection.ts';
import { queueFaults } from './faults.ts';
import type { JobAnswer, JobRequest } from './job.ts';

export interface QueueWorkerOptions {
  /** Such as `redis://127.0.0.1:6379`. */
  readonly url: string;
  /** Documents that are made at once; by default as many as the machine has cores. */
  readonly concurrency?: number | undefined;
  /** Told of each job that has ended here. */
  readonly onJob?: ((end: JobReport) => void) | undefined;
}

/** What became of one job. */
export interface JobReport {
  readonly jobId: string;
  /** `retried`: this host could not do it, and the queue gives it out again. */
  readonly outcome: 'made' | 'refused' | 'retried';
  readonly code: string | null;
  readonly ms: number;
}

/** A worker that takes jobs until it is closed. */
export interface QueueWorker {
  /** Finishes what is under way, takes nothing more, and lets go of the queue. */
  readonly close: () => Promise<void>;
  /** Ends when the worker is closed; rejects with QUEUE_UNAVAILABLE where the queue stays away. */
  readonly ended: Promise<void>;
}

/** A worker that has not been heard of for so long is taken for dead, and its jobs are given to others. */
const LOCK_MS = 20_000;
const LOOK_FOR_STALLED_MS = 5_000;
/** Times that workers may die over one job before it is given up. */
const MAX_STALLS = 3;
const GIVE_UP_MS = 60_000;
/** Pools of workers, one an engine, that are kept ready. */
const MAX_POOLS = 2;

/** Faults that are this host's and not the record's: another try, perhaps elsewhere, may go well. */
const PASSING: ReadonlySet<string> = new Set(['WORKER_DIED', 'FILE_UNWRITABLE']);

/**
 * Takes jobs from the queue, makes and proves their documents in threads that are replaced when they die or hang, and
 * answers with the bytes. A finding or a refused source is an answer; only trouble of the host is tried again.
 *
 * @throws QUEUE_URL_INVALID, QUEUE_UNAVAILABLE
 */
export async function startQueueWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { url, concurrency = availableParallelism(), onJob = () => undefined } = options;
  const redis = await connectRedis(url);
  const spool = mkdtempSync(join(tmpdir(), `fakturapress-worker-${process.pid}-`));
  const pools = new Pools(spool, concurrency);
  const worker = new Worker<JobRequest, JobAnswer>(QUEUE.name, (job) => work(job, pools, onJob), {
    connection: redis,
    prefix: QUEUE.prefix,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_FOR_STALLED_MS,
    maxStalledCount: MAX_STALLS,
  });
  // Told of failed commands while Redis is away, which the watch below judges.
  worker.on('error', () => undefined);

  let isClosed = false;
  let settle = { resolve: (): void => undefined, reject: (_error: unknown): void => undefined };
  const ended = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  ended.catch(() => undefined);

  async function close(): Promise<void> {
    if (isClosed) return ended;
    isClosed = true;
    clearInterval(watch);
    if (redis.status === 'ready') await worker.close();
    else await worker.close(true);
    await pools.close();
    redis.disconnect();
    rmSync(spool, { recursive: true, force: true });
    settle.resolve();
  }

  let lastHeard = performance.now();
  const watch = setInterval(() => {
    if (redis.status === 'ready') lastHeard = performance.now();
    if (performance.now() - lastHeard <= GIVE_UP_MS) return;
    settle.reject(queueUnavailable(url));
    void close();
  }, 1_000);

  return { close, ended };
}

async function work(
  job: Job<JobRequest, JobAnswer>,
  pools: Pools,
  onJob: (end: JobReport) => void,
): Promise<JobAnswer> {
  const jobId = job.id ?? '';
  const result = await pools.run(job.data);
  if ((result.kind === 'refused' || result.kind === 'hopeless') && PASSING.has(result.fault.code)) {
    const { code, message } = result.fault;
    onJob({ jobId, outcome: 'retried', code, ms: 0 });
    throw new Error(`${code}: ${message}`);
  }
  if (result.kind !== 'staged') {
    const answer = toAnswer(result);
    const code = answer.kind === 'mismatch' ? (answer.findings[0]?.ruleId ?? null) : answer.fault.code;
    onJob({ jobId, outcome: 'refused', code, ms: 'ms' in answer ? answer.ms : 0 });
    return answer;
  }
  const { invoiceNumber, file, sha256, ms, temporary, xml } = result;
  const pdf = readFileSync(temporary).toString('base64');
  removeIfThere(disk, temporary);
  onJob({ jobId, outcome: 'made', code: null, ms });
  return {
    kind: 'made',
    invoiceNumber,
    file,
    sha256,
    pdf,
    ...(xml === undefined ? {} : { xml: toXmlAnswer(xml) }),
    ms,
  };
}

function toXmlAnswer(xml: Uint8Array): NonNullable<Extract<JobAnswer, { readonly kind: 'made' }>['xml']> {
  return { bytes: Buffer.from(xml).toString('base64'), sha256: createHash('sha256').update(xml).digest('hex') };
}

function toAnswer(result: WorkResult): Exclude<JobAnswer, { readonly kind: 'made' }> {
  if (result.kind === 'mismatch' || result.kind === 'refused' || result.kind === 'hopeless') return result;
  // In a spool of our own nothing is there already, and no run on a queue writes nothing.
  throw new TypeError(`Unexpected answer ${result.kind} of a thread that makes documents for a queue`);
}

/** Pools of threads by the engine they have; those longest unused are ended. */
class Pools {
  readonly #spool: string;
  readonly #concurrency: number;
  readonly #pools = new Map<string, Workers>();
  #count = 0;

  constructor(spool: string, concurrency: number) {
    this.#spool = spool;
    this.#concurrency = concurrency;
  }

  async run(request: JobRequest): Promise<WorkResult> {
    const key = `${request.identity} ${request.deadlineMs} ${request.xml}`;
    if (!this.#pools.has(key)) {
      const fault = await findDifference(request);
      if (fault !== null) return { kind: 'hopeless', fault };
    }
    const { engine, brands, xml, deadlineMs } = request;
    // Asked for again, since another job may have come first meanwhile.
    const pool =
      this.#pools.get(key) ?? startWorkerPool({ engine, brands, force: false, xml }, this.#concurrency, deadlineMs);
    this.#pools.delete(key);
    this.#pools.set(key, pool);
    this.#endUnused();
    this.#count += 1;
    const bytes = new Uint8Array(Buffer.from(request.source, 'base64'));
    // The pool tells orders apart by their lines.
    return pool.run({ line: this.#count, input: null, bytes, known: null, out: this.#spool });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
    this.#pools.clear();
  }

  #endUnused(): void {
    const [oldest] = this.#pools;
    if (this.#pools.size <= MAX_POOLS || oldest === undefined) return;
    this.#pools.delete(oldest[0]);
    void oldest[1].close();
  }
}

/** Why this host's engine would not make the documents that were asked for; null where it would. */
async function findDifference(request: JobRequest): Promise<RecordFault | null> {
  const own = await loadIdentity(request);
  if ('fault' in own) return own.fault;
  if (own.identity === request.identity) return null;
  const message = `Unexpected engine ${own.identity} on this host, expected the batch's ${request.identity}`;
  return toRecordFault(queueFaults.ENGINE_DIFFERS({ message }));
}
