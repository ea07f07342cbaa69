import type { Disk } from '../files/index.ts';
import type { BatchSettings } from './batch-options.ts';
import type { JournalEntry } from './journals.ts';
import type { Manifest } from './manifest.ts';
import { openOutputFolder } from './output-folder.ts';
import type { WorkOrder } from './record.ts';
import { parseStoreAddress } from './s3/address.ts';
import type { Sink } from './sink.ts';

/** Where a run's documents and journals go, while the run has it to itself. */
export interface Output {
  readonly sink: Sink;
  readonly manifest: Manifest;
  /** Folder in which workers leave finished documents under temporary names. */
  readonly staging: string;
  /** Whether a document that an earlier run noted still has its bytes; null where the workers see for themselves. */
  readonly isIntact: ((known: NonNullable<WorkOrder['known']>) => Promise<boolean>) | null;
  /** Makes what was placed durable, and only then says so in the journals. */
  readonly commit: (entries: readonly JournalEntry[]) => Promise<void>;
  /** Leaves things as a finished run does: one manifest line a record, the errors of this run, nothing else of ours. */
  readonly finish: () => void | Promise<void>;
  /** Leaves what `resume` goes on from. */
  readonly release: () => void | Promise<void>;
}

/**
 * Opens the folder or the object storage of a run, alone, and sweeps up after runs that were cut short.
 *
 * @throws BATCH_LOCKED, FILE_EXISTS, STORE_…, and the system's own errors
 */
export async function openOutput(disk: Disk, settings: BatchSettings): Promise<Output> {
  const { target, force } = settings;
  if (target.kind === 'folder') return openOutputFolder(disk, target.folder, { force });
  // The AWS client is large, and few runs need it.
  const { openStoreOutput } = await import('./s3/store-output.ts');
  return openStoreOutput(disk, parseStoreAddress(target.address), { force });
}
