import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'fakturapress-spool-';
const SPOOL = /^fakturapress-spool-(\d{1,10})-[A-Za-z0-9]{6}$/;

/** Makes a folder of this process's own for what is on its way to the store, and removes those of processes that are no more. */
export function makeSpool(): string {
  const parent = tmpdir();
  for (const name of readdirSync(parent)) {
    const pid = Number(SPOOL.exec(name)?.[1] ?? 0);
    if (pid !== 0 && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** A process of another user is alive too, though it may not be asked. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
