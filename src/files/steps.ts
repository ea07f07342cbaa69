import type { Disk } from './disk.ts';
import { codeOfSystemError } from './disk-faults.ts';

/** The bytes at a path, an empty buffer for anything that is not a plain file, null for nothing. Follows no link. */
export function readPlainFile(disk: Disk, path: string): Buffer | null {
  try {
    return disk.lstatSync(path).isFile() ? disk.readFileSync(path) : Buffer.alloc(0);
  } catch (error) {
    if (codeOfSystemError(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Writes a new file and waits until its bytes are on the disk; a file that is there already is an error. */
export function writeSynced(disk: Disk, path: string, bytes: Uint8Array): void {
  const descriptor = disk.openSync(path, 'wx', 0o644);
  try {
    let offset = 0;
    while (offset < bytes.length) offset += disk.writeSync(descriptor, bytes, offset);
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}

/** Waits until the names in a folder are on the disk. */
export function syncFolder(disk: Disk, path: string): void {
  // Windows cannot open a folder for syncing; there the rename itself is durable enough.
  if (process.platform === 'win32') return;
  const descriptor = disk.openSync(path, 'r');
  try {
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}

export function removeIfThere(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch (error) {
    if (codeOfSystemError(error) !== 'ENOENT') throw error;
  }
}
