import { Worker } from 'node:worker_threads';
import type { Reading, UnreadableReason } from './read-document.ts';
import type { ReadingJob } from './read-in-thread.ts';
import type { ReadingMessage } from './reading-thread.ts';

export interface JobLimits {
  readonly deadlineMs: number;
  readonly memoryMb: number;
  readonly signal: AbortSignal;
}

/** How a job ended. Of a thread that did not answer nothing is known, and it has to be ended. */
export type Outcome =
  | { readonly kind: 'answered'; readonly reading: Reading }
  | { readonly kind: 'stopped'; readonly reason: UnreadableReason; readonly detail: string }
  | { readonly kind: 'aborted' };

/** Starts a reading thread, which by itself keeps no process alive. */
export function startWorker(memoryMb: number, onEnd: (ended: Worker) => void): Worker {
  const worker = new Worker(new URL('./reading-thread.js', import.meta.url), {
    // Flags of this process, such as --input-type, may not suit a thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // Kept from our caller's console, and left unread, for reading them would keep the process alive.
    stdout: true,
    stderr: true,
  });
  // Should it die between two files, the next file gets a new one and nobody need hear of it.
  worker.on('error', () => onEnd(worker)).on('exit', () => onEnd(worker));
  worker.unref();
  return worker;
}

/** A thread that has not begun by then never will; on a busy machine starting takes seconds. */
const START_MS = 60_000;

const MEMORY_WATCH_MS = 10;

/** So much may be taken between two looks. */
const BETWEEN_LOOKS_MB = 64;
const MEGABYTE = 1024 * 1024;

/**
 * Sends one file to the thread and waits for the first of: its answer, its end, the deadline, the memory limit, the
 * abort. Time and memory count from when the thread begins to read.
 */
export function runJob(worker: Worker, job: ReadingJob, { deadlineMs, memoryMb, signal }: JobLimits): Promise<Outcome> {
  return new Promise((resolve) => {
    let deadline: NodeJS.Timeout | undefined;
    let memoryWatch: NodeJS.Timeout | undefined;

    const onMessage = (message: ReadingMessage) => {
      if (message.kind === 'finished') finish({ kind: 'answered', reading: message.reading });
      else if (message.kind === 'loading') awaitStart();
      else watch();
    };
    const onError = (error: Error & { readonly code?: string }) =>
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? overMemory() : stopped('damaged', error.message));
    const onExit = () => finish(stopped('damaged', 'the reading thread ended'));
    const onAbort = () => finish({ kind: 'aborted' });
    const overMemory = () => stopped('memory', `reading took more than ${memoryMb} MB`);

    function awaitStart(): void {
      clearTimeout(deadline);
      clearInterval(memoryWatch);
      deadline = setTimeout(() => finish(stopped('deadline', 'the reading thread did not start')), START_MS);
    }

    function watch(): void {
      clearTimeout(deadline);
      clearInterval(memoryWatch);
      deadline = setTimeout(() => finish(stopped('deadline', `reading took longer than ${deadlineMs} ms`)), deadlineMs);
      const before = process.memoryUsage.rss();
      // Resource limits see a thread's heap but not its buffers, which is where inflated streams lie.
      memoryWatch = setInterval(() => {
        if (process.memoryUsage.rss() - before > (memoryMb - BETWEEN_LOOKS_MB) * MEGABYTE) finish(overMemory());
      }, MEMORY_WATCH_MS);
    }

    function finish(outcome: Outcome): void {
      clearTimeout(deadline);
      clearInterval(memoryWatch);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      signal.removeEventListener('abort', onAbort);
      worker.unref();
      resolve(outcome);
    }

    awaitStart();
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    signal.addEventListener('abort', onAbort, { once: true });
    // Busy, it keeps the process alive: else a program could end with its answer outstanding.
    worker.ref();
    worker.postMessage(job, [job.bytes.buffer]);
  });
}

function stopped(reason: UnreadableReason, detail: string): Outcome {
  return { kind: 'stopped', reason, detail };
}
