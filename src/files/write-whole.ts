import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import { disk } from './disk.ts';
import { toWriteFault } from './disk-faults.ts';
import { fileFaults } from './faults.ts';
import { readPlainFile, removeIfThere, syncFolder, writeSynced } from './steps.ts';

/** What became of a file that was to be written. */
export type WriteOutcome = 'written' | 'unchanged' | 'replaced';

/**
 * Writes a file whole or not at all: exclusive temporary file, fsync, then `link` (which never replaces) or, with
 * `force`, `rename`. A file that already holds these bytes is left alone. Symbolic links are not followed.
 */
export function writeWhole(path: string, bytes: Uint8Array, options: { readonly force: boolean }): WriteOutcome {
  const temporary = join(dirname(path), `.fakturapress-${randomBytes(6).toString('hex')}.tmp`);
  try {
    const existing = readPlainFile(disk, path);
    if (existing?.equals(bytes) === true) return 'unchanged';
    if (existing !== null && !options.force) {
      throw fileFaults.FILE_EXISTS({ message: `${path} exists and holds other bytes.` });
    }
    try {
      writeSynced(disk, temporary, bytes);
      if (options.force) disk.renameSync(temporary, path);
      else disk.linkSync(temporary, path);
      syncFolder(disk, dirname(path));
    } finally {
      removeIfThere(disk, temporary);
    }
    return existing === null ? 'written' : 'replaced';
  } catch (error) {
    throw toWriteFault(error, path);
  }
}
