import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { disk, removeIfThere } from '../../files/index.ts';
import type { PlacedDocument, Placing, Sink } from '../sink.ts';
import type { Condition, ObjectStore } from './object-store.ts';

const PDF = 'application/pdf';
/** Times that somebody else may change an object under our eyes. */
const MAX_TRIES = 5;
/** First of the pauses before writing again what was refused; each is three times the one before. */
const FIRST_PAUSE_MS = 100;

/**
 * Object storage as a sink. A document gets its name by a write that the store accepts only where nothing is; with
 * `force`, what an earlier run left is replaced by a write that is accepted only if that is still there. Writes are under
 * way side by side; of two documents with one name the second waits for the first.
 *
 * @throws STORE_UNAVAILABLE, STORE_REFUSED
 */
export function createObjectSink(store: ObjectStore, run: string, options: { readonly force: boolean }): Sink {
  const underWay = new Map<string, Promise<Placing>>();

  async function write(document: PlacedDocument, isRepeat: boolean): Promise<Placing> {
    const { file, sha256, temporary } = document;
    const bytes = temporary === null ? null : readFileSync(temporary);
    const put = (condition: Condition) =>
      bytes === null ? null : store.put(file, bytes, { condition, type: PDF, run });
    for (let tries = 1; ; tries += 1) {
      if ((await put({ kind: 'absent' })) !== null) return { kind: 'written' };
      const existing = await store.identify(file);
      if (existing === null) {
        if (bytes === null || tries === MAX_TRIES) return { kind: 'conflict', with: 'nothing' };
        // Refused for one that is still being written, by an attempt of ours whose answer was lost perhaps.
        await wait(FIRST_PAUSE_MS * 3 ** (tries - 1));
        continue;
      }
      // A write whose answer was lost is made again by the client, and then finds itself.
      if (existing.sha256 === sha256) return { kind: existing.run === run && !isRepeat ? 'written' : 'unchanged' };
      if (!options.force || isRepeat) {
        return { kind: 'conflict', with: isRepeat ? 'this-run' : 'earlier' };
      }
      if ((await put({ kind: 'unchanged', etag: existing.etag })) !== null) return { kind: 'replaced' };
      if (tries === MAX_TRIES) return { kind: 'conflict', with: 'earlier' };
    }
  }

  function giveUp({ temporary }: PlacedDocument): void {
    if (temporary !== null) removeIfThere(disk, temporary);
  }

  return {
    async place(document, isRepeat) {
      const before = underWay.get(document.file);
      const placing = Promise.resolve(before)
        .catch(() => undefined)
        .then(() => write(document, isRepeat))
        .finally(() => {
          giveUp(document);
          if (underWay.get(document.file) === placing) underWay.delete(document.file);
        });
      underWay.set(document.file, placing);
      return placing;
    },
    discard: giveUp,
    // What the store has accepted outlives this machine already.
    settle: () => undefined,
  };
}
