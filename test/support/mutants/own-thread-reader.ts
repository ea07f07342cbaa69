import { createDirectReader, type Reader, type Reading } from '#dist/readback/index.js';

/**
 * Reads forged files in this thread, thousands after each other. Over some of them pdf.js fails where nobody can catch
 * it, which ends a reading thread and so makes the file unreadable; it means the same here, and this thread goes on.
 */
export function createOwnThreadReader(): Reader {
  const reader = createDirectReader();
  return {
    ...reader,
    async read(bytes, options) {
      let onFailure: (error: unknown) => void = () => undefined;
      const failure = new Promise<Reading>((resolve) => {
        onFailure = (error) => resolve({ kind: 'unreadable', reason: 'damaged', detail: String(error) });
      });
      process.on('unhandledRejection', onFailure);
      try {
        return await Promise.race([reader.read(bytes, options), failure]);
      } finally {
        process.off('unhandledRejection', onFailure);
      }
    },
  };
}
