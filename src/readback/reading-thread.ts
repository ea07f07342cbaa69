import { parentPort } from 'node:worker_threads';
import type { Reading } from './read-document.ts';
import { readInThread } from './read-in-thread.ts';

/** What the thread is sent: one file at a time. */
export interface ReadingJob {
  readonly bytes: Uint8Array;
}

// The thread that reads files. It knows no limits of its own: whoever started it watches the clock and ends it.
parentPort?.on('message', (job: ReadingJob) => {
  void readInThread(job.bytes).then((reading: Reading) => parentPort?.postMessage(reading));
});
