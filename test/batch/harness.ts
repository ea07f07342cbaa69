import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '#dist/batch/identify.js';
import { makeDocument } from '#dist/batch/make-document.js';
import type { BatchRecord, BatchSummary, WorkResult } from '#dist/batch/record.js';
import { type BatchParts, runBatchWith } from '#dist/batch/run-batch.js';
import { createEngine, type Engine } from '#dist/engine.js';
import { type Disk, disk } from '#dist/files/index.js';
import { createDirectReader } from '#dist/readback/index.js';
import { BRAND } from './records.ts';

export const ENGINE_OPTIONS = { brand: BRAND };

/** An engine that reads back in this thread, as a worker's does. */
export function createTestEngine(): Promise<Engine> {
  return createEngine(ENGINE_OPTIONS, createDirectReader());
}

/** The real work without threads, so that one disk serves both sides and can be made to fail at any call. */
export function toParts(engine: Engine, onDisk: Disk = disk): BatchParts {
  return {
    disk: onDisk,
    startWorkers({ engine: options, brands, force, xml }) {
      const pending = new Set<Promise<WorkResult>>();
      const settings = { force, xml, disk: onDisk, clock: () => 0, engineFor: async () => engine };
      return {
        capacity: 2,
        identify: async () => identify({ engine: options, brands }),
        run(order) {
          const work = makeDocument(order, settings);
          pending.add(work);
          void work.then(() => pending.delete(work));
          return work;
        },
        async close() {
          await Promise.all(pending);
        },
      };
    },
  };
}

export interface Outcome {
  readonly records: readonly BatchRecord[];
  readonly summary: BatchSummary;
}

/** Follows a run to its end. */
export async function follow(run: AsyncGenerator<BatchRecord, BatchSummary>): Promise<Outcome> {
  const records: BatchRecord[] = [];
  for (;;) {
    const next = await run.next();
    if (next.done === true) return { records, summary: next.value };
    records.push(next.value);
  }
}

export { runBatchWith };

/** A folder of its own for a test, and what removes it. */
export function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'fakturapress-batch-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every file of a folder by name, as the hash of its bytes. */
export function hashFolder(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

export function readJsonLines(path: string): Record<string, unknown>[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
