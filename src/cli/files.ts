import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cliFaults } from './faults.ts';

/** No source and no invoice comes near; a mistaken path does. */
const INPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** Reads a file named on the command line, or standard input for `-`. */
export function readInput(path: string): Uint8Array {
  try {
    if (path !== '-' && statSync(path).size > INPUT_LIMIT_BYTES) {
      throw cliFaults.FILE_TOO_LARGE({ message: `${path} is larger than ${INPUT_LIMIT_BYTES} bytes.` });
    }
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw toReadFault(error, path);
  }
}

/** What became of a file that was to be written. */
export type WriteOutcome = 'written' | 'unchanged' | 'replaced';

/**
 * Writes a file whole or not at all: exclusive temporary file, fsync, then `link` (which never replaces) or, with
 * `force`, `rename`. A file that already holds these bytes is left alone. Symbolic links are not followed.
 */
export function writeWhole(path: string, bytes: Uint8Array, options: { readonly force: boolean }): WriteOutcome {
  const existing = readExisting(path);
  if (existing?.equals(bytes) === true) return 'unchanged';
  if (existing !== null && !options.force) {
    throw cliFaults.FILE_EXISTS({ message: `${path} exists and holds other bytes.` });
  }
  const temporary = join(dirname(path), `.fakturapress-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeSynced(temporary, bytes);
    if (options.force) renameSync(temporary, path);
    else linkSync(temporary, path);
    syncFolder(dirname(path));
    return existing === null ? 'written' : 'replaced';
  } catch (error) {
    throw toWriteFault(error, path);
  } finally {
    removeIfThere(temporary);
  }
}

/** The bytes at a path, an empty buffer for anything that is not a plain file, null for nothing. */
function readExisting(path: string): Buffer | null {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw toWriteFault(error, path);
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'wx', 0o644);
  try {
    let offset = 0;
    while (offset < bytes.length) offset += writeSync(descriptor, bytes, offset);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(path: string): void {
  // Windows cannot open a folder for syncing; there the rename itself is durable enough.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw toWriteFault(error, path);
  }
}

function toReadFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  const subject = path === '-' ? 'Standard input' : path;
  return code === 'ENOENT'
    ? cliFaults.FILE_NOT_FOUND({ message: `${subject} does not exist.`, cause: error })
    : cliFaults.FILE_UNREADABLE({ message: `${subject} cannot be read (${code}).`, cause: error });
}

function toWriteFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === null) return error;
  if (code === 'EEXIST')
    return cliFaults.FILE_EXISTS({ message: `${path} exists and holds other bytes.`, cause: error });
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? cliFaults.FOLDER_MISSING({ message: `${dirname(path)} is not a folder.`, cause: error })
    : cliFaults.FILE_UNWRITABLE({ message: `${path} cannot be written (${code}).`, cause: error });
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : null;
}
