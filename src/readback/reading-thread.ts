import { parentPort } from 'node:worker_threads';
import type { Reading } from './read-document.ts';
import { makeReadingTools, type ReadingJob, readInThread } from './read-in-thread.ts';

/** What it answers: that it begins, from when on it may be deaf; that it has to load something first; what it read. */
export type ReadingMessage =
  | { readonly kind: 'begun' | 'loading' }
  | { readonly kind: 'finished'; readonly reading: Reading };

// The thread that reads files. It knows no limits of its own: whoever started it watches the clock and ends it. A file
// for which pdf.js has to be loaded begins anew when that is done.
const tools = makeReadingTools((what) => post({ kind: what === 'loading' ? 'loading' : 'begun' }));

parentPort?.on('message', (job: ReadingJob) => {
  post({ kind: 'begun' });
  void readInThread(tools, job).then((reading) => post({ kind: 'finished', reading }));
});

function post(message: ReadingMessage): void {
  parentPort?.postMessage(message);
}
