import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { codeOfSystemError, type Disk, removeIfThere, writeSynced } from '../files/index.ts';
import { batchFaults } from './faults.ts';
import { nameTemporary } from './temporaries.ts';

const LOCK = '.fakturapress-lock';

/** Times that a lock may change hands under our eyes before we take it for held. */
const MAX_TRIES = 5;

/** Who holds a lock. A process number alone would be taken for another process's, once the first has ended. */
interface Holder {
  readonly pid: number;
  /** Start time of that process in the system's own measure; null where the system does not tell. */
  readonly started: string | null;
  readonly host: string;
}

/**
 * Locks a folder for this process and answers with what releases it. The lock of a process that is no more is taken over.
 *
 * @throws BATCH_LOCKED, and the system's own errors
 */
export function lockFolder(disk: Disk, folder: string): () => void {
  const path = join(folder, LOCK);
  const own = JSON.stringify(describeSelf());
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (claim(disk, folder, path, own)) return () => removeIfThere(disk, path);
    const found = readLock(disk, path);
    if (found !== null) evictIfDead(disk, folder, path, found);
  }
  throw batchFaults.BATCH_LOCKED({
    message: `Unexpected lock ${path} that keeps changing hands, expected a free folder`,
  });
}

/** The lock appears with its content or not at all, so nobody ever reads half of one. */
function claim(disk: Disk, folder: string, path: string, own: string): boolean {
  const temporary = nameTemporary(folder);
  try {
    writeSynced(disk, temporary, Buffer.from(own));
    disk.linkSync(temporary, path);
    return true;
  } catch (error) {
    if (codeOfSystemError(error) === 'EEXIST') return false;
    throw error;
  } finally {
    removeOrLeave(disk, temporary);
  }
}

/** A temporary that will not go is swept later; the lock is what matters here. */
function removeOrLeave(disk: Disk, path: string): void {
  try {
    removeIfThere(disk, path);
  } catch (error) {
    if (codeOfSystemError(error) === null) throw error;
  }
}

function readLock(disk: Disk, path: string): string | null {
  try {
    return disk.readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOfSystemError(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Moves a dead process's lock aside; should another process have renewed it meanwhile, gives it back. */
function evictIfDead(disk: Disk, folder: string, path: string, found: string): void {
  const holder = parseHolder(found);
  if (holder !== null && isAlive(holder)) throw toLockedFault(path, holder);
  const aside = nameTemporary(folder);
  try {
    disk.renameSync(path, aside);
  } catch (error) {
    if (codeOfSystemError(error) === 'ENOENT') return;
    throw error;
  }
  try {
    if (readLock(disk, aside) !== found) disk.linkSync(aside, path);
  } finally {
    removeOrLeave(disk, aside);
  }
}

function toLockedFault(path: string, { pid, host }: Holder): Error {
  const elsewhere = host !== hostname();
  return batchFaults.BATCH_LOCKED({
    message: `Unexpected lock ${path}, held by process ${pid}${elsewhere ? ` on ${host}` : ''}, expected a free folder`,
    hint: elsewhere ? `If nothing runs on ${host} any more, delete ${path}.` : undefined,
  });
}

function describeSelf(): Holder {
  return { pid: process.pid, started: readStartTime(process.pid), host: hostname() };
}

/** Of a process on another machine nothing can be known, so it counts as alive. */
function isAlive({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOfSystemError(error) === 'ESRCH') return false;
  }
  return started === null || started === readStartTime(pid);
}

/** The 22nd field of Linux's `/proc/PID/stat`; the second is a name in brackets that may hold anything. */
function readStartTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Null for text that no lock of ours holds; such a lock was damaged with its machine. */
function parseHolder(text: string): Holder | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null) return null;
    const { pid, started, host } = json as Partial<Holder>;
    if (typeof pid !== 'number' || typeof host !== 'string') return null;
    return { pid, started: typeof started === 'string' ? started : null, host };
  } catch {
    return null;
  }
}
