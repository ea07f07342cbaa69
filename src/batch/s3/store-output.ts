import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Disk } from '../../files/index.ts';
import { batchFaults } from '../faults.ts';
import { ERRORS, type Journals, MANIFEST, openJournals } from '../journals.ts';
import type { Output } from '../output.ts';
import type { StoreAddress } from './address.ts';
import { takeLease } from './lease.ts';
import { ManifestParts } from './manifest-parts.ts';
import { createObjectSink } from './object-sink.ts';
import { type ObjectStore, openObjectStore } from './object-store.ts';
import { makeSpool } from './spool.ts';

const JSON_LINES = 'application/x-ndjson';

/**
 * Opens a prefix of object storage for a run: takes its lease and fetches what earlier runs noted. The journals are worked
 * on in a spool folder of this machine; each group of records is in the store before anybody is told of it.
 *
 * @throws BATCH_LOCKED, STORE_UNAVAILABLE, STORE_REFUSED
 */
export async function openStoreOutput(
  disk: Disk,
  address: StoreAddress,
  options: { readonly force: boolean },
): Promise<Output> {
  const store = openObjectStore(address);
  const lease = await takeLease(store);
  const spool = makeSpool();
  const parts = new ManifestParts(store);
  let journals: Journals;
  try {
    await fetchManifest(store, parts, join(spool, MANIFEST));
    journals = openJournals(disk, spool);
  } catch (error) {
    rmSync(spool, { recursive: true, force: true });
    await lease.release();
    throw error;
  }
  let isFinished = false;

  return {
    sink: createObjectSink(store, randomUUID(), options),
    manifest: journals.manifest,
    staging: spool,
    isIntact: async ({ file, sha256 }) => (await store.identify(file))?.sha256 === sha256,
    async commit(entries) {
      lease.assertHeld();
      const lines = journals.add(entries).map((entry) => `${JSON.stringify(entry)}\n`);
      if (await parts.append(Buffer.from(lines.join('')))) return;
      throw batchFaults.BATCH_LOCKED({ message: `Unexpected other run in ${store.name}, expected this one alone` });
    },
    async finish() {
      lease.assertHeld();
      journals.finish();
      await store.upload(MANIFEST, join(spool, MANIFEST), JSON_LINES);
      await uploadErrors(store, spool);
      await parts.remove();
      isFinished = true;
    },
    async release() {
      journals.close();
      try {
        if (!isFinished) await uploadErrors(store, spool);
      } finally {
        rmSync(spool, { recursive: true, force: true });
        await lease.release();
        store.close();
      }
    },
  };
}

/** The manifest of the last finished run, and after it what runs that were cut short added. */
async function fetchManifest(store: ObjectStore, parts: ManifestParts, path: string): Promise<void> {
  await store.download(MANIFEST, path);
  for (const part of await parts.read()) appendFileSync(path, part);
}

async function uploadErrors(store: ObjectStore, spool: string): Promise<void> {
  const errors = join(spool, ERRORS);
  if (existsSync(errors)) await store.upload(ERRORS, errors, JSON_LINES);
  else await store.remove(ERRORS);
}
