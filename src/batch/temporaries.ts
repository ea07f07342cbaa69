import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, removeIfThere } from '../files/index.ts';

/** What every temporary of a batch is called, and nothing else. Never a `.pdf`, so that nobody takes one for an invoice. */
const PREFIX = '.fakturapress-batch-';

const TEMPORARY = /^\.fakturapress-batch-[0-9a-f]{12}\.tmp$/;

/** A fresh path for a temporary file beside the files it may become. */
export function nameTemporary(folder: string): string {
  return join(folder, `${PREFIX}${randomBytes(6).toString('hex')}.tmp`);
}

/** Removes what earlier runs left behind when they were cut short. Only under the folder's lock. */
export function sweepTemporaries(disk: Disk, folder: string): void {
  for (const name of disk.readdirSync(folder)) {
    if (TEMPORARY.test(name)) removeIfThere(disk, join(folder, name));
  }
}
