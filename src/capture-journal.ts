import { join } from 'node:path';
import {
  codeOfSystemError,
  type Disk,
  disk,
  removeIfThere,
  syncFolder,
  toWriteFault,
  writeSynced,
} from './files/index.ts';

/** A capture that was noted before it was sent, perhaps by a process that is no more. */
export interface CaptureNote {
  /** Whether this call made the note; if not, somebody has sent a capture, or was about to. */
  readonly isOurs: boolean;
  /** Milliseconds since the note was made; 0 where the clock went back since. */
  readonly ageMs: number;
}

/**
 * What outlives a process between sending a capture and seeing it in the transaction. Dintero knows no idempotency key, so
 * whoever finds a note watches the transaction instead of sending a second capture.
 */
export interface CaptureJournal {
  /** Notes, durably, that a capture of this transaction is about to be sent; or finds the note that is there. */
  readonly note: (transactionId: string) => CaptureNote;
  /** Makes an old note ours again; false where another process was faster. */
  readonly renew: (transactionId: string) => boolean;
  /** Collection was seen to have begun: from now on the transaction itself tells. */
  readonly settle: (transactionId: string) => void;
}

/**
 * A journal in a folder, which must be there: one small file a capture under way. Hosts that share the folder share the
 * journal.
 *
 * @throws FILE_UNWRITABLE, FOLDER_MISSING
 */
export function createCaptureJournal(
  folder: string,
  { clock = Date.now, onDisk = disk }: { readonly clock?: () => number; readonly onDisk?: Disk } = {},
): CaptureJournal {
  const toPath = (id: string) => join(folder, `${id}.capture`);

  function create(id: string): boolean {
    try {
      writeSynced(onDisk, toPath(id), Buffer.from(`${JSON.stringify({ at: clock(), pid: process.pid })}\n`));
    } catch (error) {
      if (codeOfSystemError(error) === 'EEXIST') return false;
      throw error;
    }
    syncFolder(onDisk, folder);
    return true;
  }

  /** Of several who find the same old note only one can move it away. */
  function moveAway(id: string): boolean {
    const aside = `${toPath(id)}.${process.pid}`;
    try {
      onDisk.renameSync(toPath(id), aside);
    } catch (error) {
      if (codeOfSystemError(error) === 'ENOENT') return false;
      throw error;
    }
    removeIfThere(onDisk, aside);
    return true;
  }

  function withPath<T>(id: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toWriteFault(error, toPath(id));
    }
  }

  return {
    note: (id) =>
      withPath(id, () =>
        create(id)
          ? { isOurs: true, ageMs: 0 }
          : { isOurs: false, ageMs: Math.max(0, clock() - readTime(onDisk, toPath(id))) },
      ),
    renew: (id) => withPath(id, () => moveAway(id) && create(id)),
    settle: (id) => withPath(id, () => removeIfThere(onDisk, toPath(id))),
  };
}

/** When a note was made. One that was torn by a crash, or was settled just now, counts from when the file was touched. */
function readTime(onDisk: Disk, path: string): number {
  try {
    const json: unknown = JSON.parse(onDisk.readFileSync(path, 'utf8'));
    if (typeof json === 'object' && json !== null && 'at' in json && typeof json.at === 'number') return json.at;
  } catch (error) {
    if (!(error instanceof SyntaxError) && codeOfSystemError(error) !== 'ENOENT') throw error;
  }
  return onDisk.lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}
