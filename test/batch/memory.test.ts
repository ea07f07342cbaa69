import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { runBatchWith } from '#dist/batch/run-batch.js';
import { startWorkerPool } from '#dist/batch/worker-pool.js';
import { disk } from '#dist/files/index.js';
import { makeFolder } from './harness.ts';

const WORKER = new URL('./light-worker.mjs', import.meta.url);
const WARM = 2000;
const RECORDS = 10_000;
const SAMPLE_EVERY = 500;
/** Bytes a record: 1 MB per 10,000. */
const LIMIT = 100;

const { folder, remove } = makeFolder();
afterAll(remove);

describe("a run's own thread", () => {
  it('keeps some bytes of each record and no more', async () => {
    const collectGarbage = findCollector();
    const samples: [number, number][] = [];
    const run = runBatchWith(
      { engine: {}, sources: makeLines(), out: join(folder, 'out'), jobs: 1 },
      { disk, startWorkers: (settings, jobs, deadlineMs) => startWorkerPool(settings, jobs, deadlineMs, WORKER) },
    );
    let count = 0;
    for await (const record of run) {
      expect(record.outcome).toBe('written');
      count += 1;
      if (count < WARM || count % SAMPLE_EVERY !== 0) continue;
      collectGarbage();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      samples.push([count, heapUsed + arrayBuffers]);
    }
    expect(count).toBe(RECORDS);
    expect(fitSlope(samples)).toBeLessThan(LIMIT);
  }, 300_000);
});

function* makeLines(): Generator<string> {
  for (let n = 1; n <= RECORDS; n += 1) yield `{"n":${n}}`;
}

function findCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/** Least squares. */
function fitSlope(points: readonly (readonly [number, number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const x = mean((point) => point[0]);
  const y = mean((point) => point[1]);
  return mean((point) => (point[0] - x) * (point[1] - y)) / mean((point) => (point[0] - x) ** 2);
}
