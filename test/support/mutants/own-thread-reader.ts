import { setTimeout as sleep } from 'node:timers/promises';
import { createDirectReader, type Reader, type Reading } from '#dist/readback/index.js';

/** Milliseconds in which pdf.js comes to rest after it has answered. */
const SETTLE_MS = 2;

/**
 * Reads forged files in this thread, thousands after each other. Over some of them pdf.js fails where nobody can catch
 * it, sometimes after it has answered. That ends a reading thread and so makes the file unreadable; it means the same
 * here, and this thread goes on. Whatever else fails uncaught ends it.
 */
export function createOwnThreadReader(): Reader {
  const reader = createDirectReader();
  const waiting = new Set<(reading: Reading) => void>();
  process.on('unhandledRejection', (error) => {
    if (!(error instanceof Error && error.stack?.includes('pdf.worker'))) throw error;
    for (const answer of waiting) answer({ kind: 'unreadable', reason: 'damaged', detail: error.message });
  });
  return {
    ...reader,
    async read(bytes, options) {
      let answer: (reading: Reading) => void = () => undefined;
      const failed = new Promise<Reading>((resolve) => {
        answer = resolve;
      });
      waiting.add(answer);
      try {
        return await Promise.race([reader.read(bytes, options), failed]);
      } finally {
        waiting.delete(answer);
        // What fails a little later belongs to this file, and must not be taken for the next one's.
        await sleep(SETTLE_MS);
      }
    },
  };
}
