import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { connectRedis, QUEUE, queueUnavailable } from './connection.ts';
import { type JobRequest, toJobId } from './job.ts';

/** How a job ended: with an answer, with the last reason why no worker could give one, or before a worker had begun. */
export type JobEnd = { readonly answer: unknown } | { readonly failure: string } | { readonly withdrawn: true };

/** Where a job stands that no worker has in hand; one in `active` is finished. */
const WAITING: ReadonlySet<string> = new Set(['waiting', 'delayed', 'prioritized', 'unknown']);

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 500;
/** Answers that nobody collects are swept after so long. */
const KEEP_SECONDS = 3600;
/** Events may be lost with the Redis that sent them, so every so often each job is asked. */
const LOOK_EVERY_MS = 2_000;
/** A Redis that restarts is away for seconds. */
const GIVE_UP_MS = 60_000;

interface Pending {
  readonly request: JobRequest;
  readonly waiters: { readonly resolve: (end: JobEnd) => void; readonly reject: (error: unknown) => void }[];
}

/** Jobs that this process has put on the queue and waits for. */
export class PendingJobs {
  readonly #url: string;
  readonly #connections: readonly [Redis, Redis];
  readonly #queue: Queue<JobRequest>;
  readonly #events: QueueEvents;
  readonly #pending = new Map<string, Pending>();
  readonly #looking: NodeJS.Timeout;
  #lastHeard = performance.now();
  #isLooking = false;
  #isWithdrawing = false;

  /** Connects to the queue. Throws QUEUE_URL_INVALID, QUEUE_UNAVAILABLE. */
  static async open(url: string): Promise<PendingJobs> {
    return new PendingJobs(url, [await connectRedis(url), await connectRedis(url)]);
  }

  private constructor(url: string, connections: readonly [Redis, Redis]) {
    this.#url = url;
    this.#connections = connections;
    // Events have a connection of their own, on which they wait.
    this.#queue = new Queue(QUEUE.name, { connection: connections[0], prefix: QUEUE.prefix });
    this.#events = new QueueEvents(QUEUE.name, { connection: connections[1], prefix: QUEUE.prefix });
    this.#queue.on('error', () => undefined);
    this.#events.on('error', () => undefined);
    // What an event does not tell, the next look does.
    const hear = ({ jobId }: { readonly jobId: string }) => void this.#ask(jobId).catch(() => undefined);
    this.#events.on('completed', hear);
    this.#events.on('failed', hear);
    this.#looking = setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  /**
   * Puts work on the queue, unless it is there already, and waits for its end.
   *
   * @throws QUEUE_UNAVAILABLE
   */
  run(request: JobRequest): Promise<JobEnd> {
    const id = toJobId(request);
    return new Promise((resolve, reject) => {
      const waiter = { resolve, reject };
      const pending = this.#pending.get(id);
      if (pending !== undefined) {
        pending.waiters.push(waiter);
        return;
      }
      this.#pending.set(id, { request, waiters: [waiter] });
      this.#add(id, request).catch((error: unknown) => this.#end(id, ({ reject: refuse }) => refuse(error)));
    });
  }

  /** Takes back what no worker has begun with, now and whenever a worker gives one up; nothing is put on the queue again. */
  async withdraw(): Promise<void> {
    this.#isWithdrawing = true;
    await Promise.allSettled([...this.#pending.keys()].map((id) => this.#ask(id)));
  }

  /** Forgets a job whose answer is safe elsewhere. */
  async forget(request: JobRequest): Promise<void> {
    const id = toJobId(request);
    if (!this.#pending.has(id)) await this.#queue.remove(id);
  }

  /** Takes back what no worker has begun with, and lets go of the queue. */
  async close(): Promise<void> {
    clearInterval(this.#looking);
    if (this.#connections[0].status === 'ready') {
      // What is being worked on cannot be removed; its answer is swept.
      await Promise.allSettled([...this.#pending.keys()].map((id) => this.#queue.remove(id)));
      await Promise.allSettled([this.#events.close(), this.#queue.close()]);
    }
    for (const connection of this.#connections) connection.disconnect();
  }

  async #add(id: string, request: JobRequest): Promise<void> {
    // One that failed in an earlier run gets its chances anew.
    if ((await this.#queue.getJobState(id)) === 'failed') await this.#queue.remove(id);
    await this.#queue.add('document', request, {
      jobId: id,
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: FIRST_PAUSE_MS, jitter: 0.5 },
      removeOnComplete: { age: KEEP_SECONDS },
      removeOnFail: { age: KEEP_SECONDS },
    });
    await this.#ask(id);
  }

  /** Asks how a job stands, and tells those who wait if it is over. A job that is gone is put on the queue again. */
  async #ask(id: string): Promise<void> {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    const state = await this.#queue.getJobState(id);
    if (this.#isWithdrawing && WAITING.has(state)) return this.#takeBack(id);
    if (state === 'unknown') return this.#add(id, pending.request);
    if (state !== 'completed' && state !== 'failed') return;
    const job = await this.#queue.getJob(id);
    if (job === undefined) return;
    const end = state === 'completed' ? { answer: job.returnvalue as unknown } : { failure: job.failedReason ?? '' };
    this.#end(id, ({ resolve }) => resolve(end));
  }

  /** A worker may be faster; then its answer is waited for. */
  async #takeBack(id: string): Promise<void> {
    await this.#queue.remove(id);
    if ((await this.#queue.getJobState(id)) !== 'unknown') return;
    this.#end(id, ({ resolve }) => resolve({ withdrawn: true }));
  }

  #end(id: string, tell: (waiter: Pending['waiters'][number]) => void): void {
    const waiters = this.#pending.get(id)?.waiters ?? [];
    this.#pending.delete(id);
    for (const waiter of waiters) tell(waiter);
  }

  async #look(): Promise<void> {
    const isReady = this.#connections[0].status === 'ready';
    if (isReady) this.#lastHeard = performance.now();
    if (performance.now() - this.#lastHeard > GIVE_UP_MS) {
      for (const id of [...this.#pending.keys()]) this.#end(id, ({ reject }) => reject(queueUnavailable(this.#url)));
    }
    if (!isReady || this.#isLooking) return;
    this.#isLooking = true;
    // The connection may go away in between; the next look tells.
    await Promise.allSettled([...this.#pending.keys()].map((id) => this.#ask(id)));
    this.#isLooking = false;
  }
}
