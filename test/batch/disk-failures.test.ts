import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#dist/engine.js';
import { Fault } from '#dist/index.js';
import { failAt } from './failing-disk.ts';
import {
  createTestEngine,
  ENGINE_OPTIONS,
  follow,
  hashFolder,
  makeFolder,
  readJsonLines,
  runBatchWith,
  toParts,
} from './harness.ts';
import { makeRecord } from './records.ts';

const CODES = ['ENOSPC', 'EIO', 'EMFILE', 'EROFS'];
const EVERY_CODE = process.env['BATCH_SOAK'] === '1';
const SOURCES = [makeRecord(1), '{not a source', makeRecord(2)];

const { folder, remove } = makeFolder();
let engine: Engine;
let clean: Readonly<Record<string, string>>;

beforeAll(async () => {
  engine = await createTestEngine();
  const out = join(folder, 'clean');
  await follow(runBatchWith({ engine: ENGINE_OPTIONS, jobs: 1, sources: SOURCES, out }, toParts(engine)));
  clean = hashFolder(out);
});
afterAll(remove);

type Ending = 'fault' | 'shrugged off' | 'not reached';

/** Runs with a failing call, checks what is left, and resumes. Answers what the failing call did to the run. */
async function runWithFailure(n: number, code: string): Promise<Ending> {
  const out = join(folder, `${code}-${n}`);
  const failing = failAt(n, code);
  const run = runBatchWith({ engine: ENGINE_OPTIONS, jobs: 1, sources: SOURCES, out }, toParts(engine, failing.disk));
  const end = await follow(run).catch((error: unknown) => error);
  const wasReached = failing.calls() >= n;
  if (end instanceof Error) {
    expect(end, `${code} at call ${n}`).toBeInstanceOf(Fault);
    expect(end).toMatchObject({ kind: 'file', message: expect.stringContaining(code) });
  } else if (!wasReached) {
    expect(hashFolder(out)).toEqual(clean);
  }
  expectTruth(out);
  // The lock of a process that lives is respected, and in this test that is always so.
  rmSync(join(out, '.fakturapress-lock'), { force: true });
  await follow(runBatchWith({ engine: ENGINE_OPTIONS, jobs: 1, sources: SOURCES, out, resume: true }, toParts(engine)));
  expect(hashFolder(out), `${code} at call ${n}, resumed`).toEqual(clean);
  rmSync(out, { recursive: true });
  if (!wasReached) return 'not reached';
  return end instanceof Error ? 'fault' : 'shrugged off';
}

/** Whatever happened: documents are whole, and the manifest claims none that is not there. */
function expectTruth(out: string): void {
  if (!existsSync(out)) return;
  const hashes = hashFolder(out);
  for (const name of readdirSync(out)) if (name.endsWith('.pdf')) expect(hashes[name]).toBe(clean[name]);
  if (!existsSync(join(out, 'manifest.jsonl'))) return;
  for (const { file, sha256 } of readJsonLines(join(out, 'manifest.jsonl'))) {
    if (file !== null) expect(hashes[String(file)]).toBe(sha256);
  }
}

describe('a disk that fails', () => {
  it('at the n-th call, for every n, ends the run with a fault, leaves nothing half done, and lets it be resumed', async () => {
    const endings: Ending[] = [];
    for (let n = 1; endings.at(-1) !== 'not reached'; n += 1) {
      const codes = EVERY_CODE ? CODES : [CODES[n % CODES.length] ?? 'EIO'];
      for (const code of codes) endings.push(await runWithFailure(n, code));
    }
    const count = (ending: Ending) => endings.filter((other) => other === ending).length;
    expect(count('fault')).toBeGreaterThan(40);
    // Only the removal of the lock's own temporary, which the next run sweeps, may fail unheard.
    expect(count('shrugged off')).toBeLessThanOrEqual(EVERY_CODE ? CODES.length : 1);
  }, 600_000);
});
