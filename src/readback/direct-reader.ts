import { MAX_FILE_BYTES } from './limits.ts';
import { makeReadingTools, readInThread } from './read-in-thread.ts';
import type { Reader } from './reader.ts';

/**
 * A reader that reads in the calling thread, which stands still meanwhile and may stand still for ever over a hostile
 * file. For threads that were made for the work, read what they wrote themselves, and are ended at a deadline by whoever
 * started them. Elsewhere use `createReader`.
 */
export function createDirectReader(): Reader {
  const tools = makeReadingTools();
  return {
    async read(bytes, { signal, sights = false, against = null, by = 'either' } = {}) {
      signal?.throwIfAborted();
      if (bytes.byteLength > MAX_FILE_BYTES) {
        const detail = `the file has ${bytes.byteLength} bytes, more than ${MAX_FILE_BYTES}`;
        return { kind: 'unreadable', reason: 'too-large', detail };
      }
      return readInThread(tools, { bytes: new Uint8Array(bytes), sights, against, by });
    },
    close: () => Promise.resolve(),
  };
}
