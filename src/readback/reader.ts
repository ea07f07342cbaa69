import type { Worker } from 'node:worker_threads';
import { DEADLINE_MS, MAX_FILE_BYTES, MEMORY_MB } from './limits.ts';
import type { ReadBy, Reading } from './read-document.ts';
import type { ReadingJob } from './read-in-thread.ts';
import { runJob, startWorker } from './run-job.ts';

export interface ReaderOptions {
  /** Longest time that one file may take; counted from when its reading begins. Default 4 s. */
  readonly deadlineMs?: number;
  /** Most memory that the process may grow by while one file is read. Default 512 MB. */
  readonly memoryMb?: number;
}

/** What may differ from file to file. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Instead of the reader's own deadline: a long document that we made ourselves may take longer than a stranger's. */
  readonly deadlineMs?: number;
  /** Also tells how all text comes to the eye, which takes half as long again. */
  readonly sights?: boolean;
  /** Default `either`. */
  readonly by?: ReadBy;
  /** Also draws this file, and tells where pages look otherwise. It is one of our own, and not to be changed meanwhile. */
  readonly against?: Uint8Array | null;
}

/** Reads files one after another in a thread of its own, which is kept warm and replaced when a file holds it up. */
export interface Reader {
  /**
   * Never blocks the caller, never touches the caller's bytes, and always answers: a hostile file ends in `unreadable`.
   * Rejects only when `signal` is aborted or the reader is closed.
   */
  read(bytes: Uint8Array, options?: ReadOptions): Promise<Reading>;
  /** Ends the thread; reads under way are rejected. An idle reader need not be closed for the process to end. */
  close(): Promise<void>;
}

/** Makes a reader. Its thread starts with the first file. */
export function createReader(readerOptions: ReaderOptions = {}): Reader {
  const memoryMb = readerOptions.memoryMb ?? MEMORY_MB;
  const closing = new AbortController();
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function readNext(job: ReadingJob, deadlineMs: number, signal: AbortSignal): Promise<Reading> {
    signal.throwIfAborted();
    worker ??= startWorker(memoryMb, (ended) => {
      if (worker === ended) worker = null;
    });
    const current = worker;
    const outcome = await runJob(current, job, { deadlineMs, memoryMb, signal });
    if (outcome.kind === 'answered') return outcome.reading;
    // A thread that was stopped in the middle of a file is of no further use.
    await current.terminate();
    if (outcome.kind === 'aborted') throw signal.reason;
    return { kind: 'unreadable', reason: outcome.reason, detail: outcome.detail };
  }

  return {
    read(bytes, options: ReadOptions = {}) {
      const { signal, sights = false, against = null, by = 'either' } = options;
      const deadlineMs = options.deadlineMs ?? readerOptions.deadlineMs ?? DEADLINE_MS;
      if (bytes.byteLength > MAX_FILE_BYTES) {
        const detail = `the file has ${bytes.byteLength} bytes, more than ${MAX_FILE_BYTES}`;
        return Promise.resolve({ kind: 'unreadable', reason: 'too-large', detail });
      }
      // Copied at once: the thread takes the copy away, and the caller may change its own while this waits its turn.
      const copy = new Uint8Array(bytes);
      const either = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
      const reading = last.then(() => readNext({ bytes: copy, sights, against, by }, deadlineMs, either));
      last = reading.catch(() => undefined);
      return reading;
    },
    async close() {
      closing.abort(new Error('The reader was closed'));
      await last;
      await worker?.terminate();
    },
  };
}

/** Reads one file with a reader of its own. For more than one file make a reader: starting its thread takes a while. */
export async function readDocument(
  bytes: Uint8Array,
  { signal, sights = false, by = 'either', ...options }: ReaderOptions & ReadOptions = {},
): Promise<Reading> {
  const reader = createReader(options);
  try {
    return await reader.read(bytes, { sights, by, ...(signal === undefined ? {} : { signal }) });
  } finally {
    await reader.close();
  }
}
