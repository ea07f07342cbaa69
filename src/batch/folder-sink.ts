import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { codeOfSystemError, type Disk, readPlainFile, removeIfThere, syncFolder } from '../files/index.ts';
import type { PlacedDocument, Placing, Sink } from './sink.ts';

/**
 * A folder as a sink. A document gets its name by `link`, which never replaces; with `force`, what an earlier run left is
 * replaced by `rename`, but never what this run wrote. Links are not followed. Throws the system's own errors.
 */
export function createFolderSink(disk: Disk, folder: string, options: { readonly force: boolean }): Sink {
  let isDirty = false;

  function give(document: PlacedDocument, path: string, isRepeat: boolean): Placing {
    if (document.isSame) return { kind: 'unchanged' };
    if (document.temporary !== null && tryLink(disk, document.temporary, path)) {
      isDirty = true;
      return { kind: 'written' };
    }
    const existing = readPlainFile(disk, path);
    if (existing !== null && hash(existing) === document.sha256) return { kind: 'unchanged' };
    const isReplaceable = options.force && !isRepeat && !isFolder(disk, path);
    if (document.temporary === null || !isReplaceable) {
      return { kind: 'conflict', with: isRepeat ? 'this-run' : 'earlier' };
    }
    disk.renameSync(document.temporary, path);
    isDirty = true;
    return { kind: 'replaced' };
  }

  return {
    place(document, isRepeat) {
      try {
        return give(document, join(folder, document.file), isRepeat);
      } finally {
        if (document.temporary !== null) removeIfThere(disk, document.temporary);
      }
    },
    discard(document) {
      if (document.temporary !== null) removeIfThere(disk, document.temporary);
    },
    settle() {
      if (isDirty) syncFolder(disk, folder);
      isDirty = false;
    },
  };
}

function tryLink(disk: Disk, temporary: string, path: string): boolean {
  try {
    disk.linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOfSystemError(error) === 'EEXIST') return false;
    throw error;
  }
}

function isFolder(disk: Disk, path: string): boolean {
  return disk.lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
