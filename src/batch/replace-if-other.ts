import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { codeOfSystemError, type Disk, removeIfThere, syncFolder } from '../files/index.ts';
import { nameTemporary } from './temporaries.ts';

const CHUNK_BYTES = 1024 * 1024;

/**
 * Makes a file hold what the chunks say, whole or not at all, with nothing held in memory. Writes nothing where the file
 * holds it already. The chunks are asked for once to compare and once more to write.
 */
export function replaceIfOther(disk: Disk, path: string, chunks: () => Iterable<Uint8Array>): void {
  const wanted = createHash('sha256');
  for (const chunk of chunks()) wanted.update(chunk);
  if (hashFile(disk, path) === wanted.digest('hex')) return;
  const temporary = nameTemporary(dirname(path));
  try {
    writeChunks(disk, temporary, chunks());
    disk.renameSync(temporary, path);
    syncFolder(disk, dirname(path));
  } catch (error) {
    removeIfThere(disk, temporary);
    throw error;
  }
}

function hashFile(disk: Disk, path: string): string | null {
  let descriptor: number;
  try {
    descriptor = disk.openSync(path, 'r');
  } catch (error) {
    if (codeOfSystemError(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    const hash = createHash('sha256');
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (let size = -1; size !== 0; ) {
      size = disk.readSync(descriptor, buffer, 0, buffer.length, null);
      hash.update(buffer.subarray(0, size));
    }
    return hash.digest('hex');
  } finally {
    disk.closeSync(descriptor);
  }
}

function writeChunks(disk: Disk, path: string, chunks: Iterable<Uint8Array>): void {
  const descriptor = disk.openSync(path, 'wx', 0o644);
  try {
    let waiting: Uint8Array[] = [];
    let size = 0;
    const flush = () => {
      const bytes = Buffer.concat(waiting);
      for (let offset = 0; offset < bytes.length; ) offset += disk.writeSync(descriptor, bytes, offset);
      waiting = [];
      size = 0;
    };
    for (const chunk of chunks) {
      waiting.push(chunk);
      size += chunk.length;
      if (size >= CHUNK_BYTES) flush();
    }
    flush();
    disk.fsyncSync(descriptor);
  } finally {
    disk.closeSync(descriptor);
  }
}
