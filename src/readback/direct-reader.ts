import { MAX_FILE_BYTES } from './limits.ts';
import { loadReadingTools, type ReadingTools, readInThread } from './read-in-thread.ts';
import type { Reader } from './reader.ts';

/**
 * A reader that reads in the calling thread, which stands still meanwhile and may stand still for ever over a hostile
 * file. For threads that were made for the work, read what they wrote themselves, and are ended at a deadline by whoever
 * started them. Elsewhere use `createReader`.
 */
export function createDirectReader(): Reader {
  let tools: Promise<ReadingTools> | null = null;
  return {
    async read(bytes, { signal, sights = false, against = null } = {}) {
      signal?.throwIfAborted();
      if (bytes.byteLength > MAX_FILE_BYTES) {
        const detail = `the file has ${bytes.byteLength} bytes, more than ${MAX_FILE_BYTES}`;
        return { kind: 'unreadable', reason: 'too-large', detail };
      }
      tools ??= loadReadingTools();
      return readInThread(await tools, { bytes: new Uint8Array(bytes), sights, against });
    },
    close: () => Promise.resolve(),
  };
}
