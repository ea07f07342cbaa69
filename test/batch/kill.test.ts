import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFolder, makeFolder, readJsonLines } from './harness.ts';
import { BRAND, makeBatch } from './records.ts';

/** CI kills 30 times; `npm run soak:batch` 300 times in parts of ten, each time a run of 500 records of its own. */
const SOAK = process.env['BATCH_SOAK'] === '1';
const ROUNDS = SOAK || process.env['CI'] === undefined ? 10 : 30;
const RECORDS = SOAK ? 500 : 60;
const SEED = Number(process.env['BATCH_SEED'] ?? 1);

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const { folder, remove } = makeFolder();
const sources = join(folder, 'orders.jsonl');
let clean: Readonly<Record<string, string>>;

beforeAll(async () => {
  writeFileSync(sources, makeBatch(RECORDS));
  const out = join(folder, 'clean');
  expect(await whenEnded(start(out))).toBe(0);
  clean = hashFolder(out);
  expect(Object.keys(clean)).toHaveLength(RECORDS + 1);
}, 600_000);
afterAll(remove);

function start(out: string, jobs = 1): ChildProcess {
  const words = [MAIN, 'batch', sources, '--out', out, '--brand', BRAND, '--resume', '--quiet', '--jobs', String(jobs)];
  return spawn(process.execPath, words, { stdio: 'ignore' });
}

function whenEnded(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

/** Kills a run at a moment of its own: while it starts, or some time after it has begun to write. */
async function startAndKill(out: string, random: () => number): Promise<void> {
  // Starting a worker costs most of a round, so two are the exception where time counts.
  const child = start(out, SOAK || random() < 0.3 ? 2 : 1);
  const ended = whenEnded(child);
  const hasEnded = ended.then(() => true);
  const before = countDocuments(out);
  if (random() > 0.15) {
    while (countDocuments(out) === before && !(await Promise.race([hasEnded, sleep(5).then(() => false)])));
  }
  await Promise.race([hasEnded, sleep(random() * (SOAK ? 3000 : 400))]);
  child.kill('SIGKILL');
  await ended;
}

function countDocuments(out: string): number {
  return existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.pdf')).length : 0;
}

/** Whatever the moment: every document is whole, and the manifest claims none that is not there. */
function expectTruth(out: string): void {
  if (!existsSync(out)) return;
  const hashes = hashFolder(out);
  for (const [name, hash] of Object.entries(hashes)) if (name.endsWith('.pdf')) expect(hash).toBe(clean[name]);
  const manifest = join(out, 'manifest.jsonl');
  if (!existsSync(manifest)) return;
  const whole = readFileSync(manifest, 'utf8').split('\n').slice(0, -1);
  for (const line of whole) {
    const { file, sha256 } = JSON.parse(line) as { file: string; sha256: string };
    expect(hashes[file]).toBe(sha256);
  }
}

describe('a run that is killed', () => {
  it(`leaves whole documents and a true manifest, ${ROUNDS} times, and ends like a clean run`, async () => {
    const random = mulberry32(SEED);
    let out = join(folder, 'killed');
    for (let round = 1; round <= ROUNDS; round += 1) {
      await startAndKill(out, random);
      expectTruth(out);
      if (SOAK || countDocuments(out) === RECORDS || round === ROUNDS) {
        expect(await whenEnded(start(out)), `round ${round} of seed ${SEED}`).toBe(0);
        expect(hashFolder(out), `round ${round} of seed ${SEED}`).toEqual(clean);
        expect(readJsonLines(join(out, 'manifest.jsonl'))).toHaveLength(RECORDS);
        rmSync(out, { recursive: true });
        out = join(folder, `killed-${round}`);
      }
    }
  }, 3_600_000);
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A small seeded generator, so that a failing round can be run again. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
