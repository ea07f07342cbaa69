import { parentPort } from 'node:worker_threads';
import type { Reading } from './read-document.ts';
import { loadReadingTools, type ReadingJob, readInThread } from './read-in-thread.ts';

/** What it answers: that it begins, from when on it may be deaf, and what it read. */
export type ReadingMessage = { readonly kind: 'begun' } | { readonly kind: 'finished'; readonly reading: Reading };

// The thread that reads files. It knows no limits of its own: whoever started it watches the clock and ends it. Files
// that are sent before pdf.js is loaded wait, and their time has not begun.
const tools = await loadReadingTools();

parentPort?.on('message', (job: ReadingJob) => {
  post({ kind: 'begun' });
  void readInThread(tools, job).then((reading) => post({ kind: 'finished', reading }));
});

function post(message: ReadingMessage): void {
  parentPort?.postMessage(message);
}
