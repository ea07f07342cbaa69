import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Disk, readPlainFile, removeIfThere, writeSynced } from '../files/index.ts';
import type { MadeDocument, WorkOrder, WorkResult } from './record.ts';
import { nameTemporary } from './temporaries.ts';

/** Where a proven document is left until it gets its name. */
export interface Staging {
  readonly out: string;
  readonly force: boolean;
  readonly disk: Disk;
}

/**
 * Leaves a document on the disk under a temporary name, synced. Leaves the disk alone where the document is there already,
 * or where its name is taken and must not be. Throws the system's own errors.
 */
export function stageDocument(pdf: Uint8Array, made: MadeDocument, { out, force, disk }: Staging): WorkResult {
  const existing = readPlainFile(disk, join(out, made.file));
  if (existing?.equals(pdf) === true) return { kind: 'same', ...made };
  if (existing !== null && !force) return { kind: 'occupied', ...made };
  const temporary = nameTemporary(out);
  try {
    writeSynced(disk, temporary, pdf);
  } catch (error) {
    removeIfThere(disk, temporary);
    throw error;
  }
  return { kind: 'staged', temporary, ...made };
}

/** Whether the file that an earlier run wrote for a record still has the bytes that it noted. */
export function isIntact(
  known: NonNullable<WorkOrder['known']>,
  { out, disk }: Pick<Staging, 'out' | 'disk'>,
): boolean {
  const bytes = readPlainFile(disk, join(out, known.file));
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === known.sha256;
}
