import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Remembers in a folder which transactions have had their e-mail; it survives restarts. */
export function openOutbox(folder) {
  // Ids are case-sensitive, folders may not be.
  const fileOf = (id) => join(folder, `${createHash('sha256').update(id).digest('hex')}.json`);
  return {
    wasSent: (id) => existsSync(fileOf(id)),
    markSent(id, facts) {
      const temporary = `${fileOf(id)}.tmp`;
      const descriptor = openSync(temporary, 'w');
      writeSync(descriptor, `${JSON.stringify({ transactionId: id, ...facts })}\n`);
      fsyncSync(descriptor);
      closeSync(descriptor);
      renameSync(temporary, fileOf(id));
    },
  };
}
