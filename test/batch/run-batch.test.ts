import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchOptions } from '#dist/batch/batch-options.js';
import type { Engine } from '#dist/engine.js';
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
import { makeRecord, refusedRecord } from './records.ts';

const { folder, remove } = makeFolder();
let engine: Engine;
let nextFolder = 0;

beforeAll(async () => {
  engine = await createTestEngine();
});
afterAll(remove);

function newOut(): string {
  nextFolder += 1;
  return join(folder, `out-${nextFolder}`);
}

function run(sources: BatchOptions['sources'], out: string, options: Partial<BatchOptions> = {}) {
  return follow(runBatchWith({ engine: ENGINE_OPTIONS, jobs: 2, ...options, sources, out }, toParts(engine)));
}

/** Every file with the time it was last written. */
function writeTimes(out: string): string[] {
  return readdirSync(out).map((name) => `${name} ${statSync(join(out, name)).mtimeMs}`);
}

describe('a batch', { timeout: 120_000 }, () => {
  it('writes every document, one manifest line each, and nothing else', async () => {
    const out = newOut();
    const { records, summary } = await run([makeRecord(1), makeRecord(2), makeRecord(3)], out);
    expect(summary).toMatchObject({ finished: true, stoppedBy: null, counts: { written: 3, failed: 0 } });
    expect(readdirSync(out).toSorted()).toEqual(['B-000001.pdf', 'B-000002.pdf', 'B-000003.pdf', 'manifest.jsonl']);
    const hashes = hashFolder(out);
    for (const [i, entry] of readJsonLines(join(out, 'manifest.jsonl')).entries()) {
      expect(entry).toMatchObject({ line: i + 1, invoiceNumber: `B-00000${i + 1}`, verdict: 'valid' });
      expect(entry['sha256']).toBe(hashes[String(entry['file'])]);
      expect(entry['inputSha256']).toBe(records[i]?.inputSha256);
    }
  });

  it.each([{ resume: true }, { resume: false }])('writes nothing the second time (%o)', async ({ resume }) => {
    const out = newOut();
    // The last two are one record twice, which is one document and two lines.
    const sources = [makeRecord(1), refusedRecord('kid-missing'), makeRecord(2), makeRecord(2)];
    await run(sources, out);
    const before = [hashFolder(out), writeTimes(out)];
    const { summary } = await run(sources, out, { resume });
    expect(summary.counts).toMatchObject({ written: 0, replaced: 0, unchanged: 3, failed: 1 });
    expect([hashFolder(out), writeTimes(out)]).toEqual(before);
  });

  it('leaves the same folder however many work on it', async () => {
    const sources = [5, 3, 1, 4, 2].map((n) => makeRecord(n));
    const [one, four] = [newOut(), newOut()];
    await run(sources, one, { jobs: 1 });
    await run(sources, four, { jobs: 4 });
    expect(hashFolder(four)).toEqual(hashFolder(one));
  });

  it('journals bad records with line, code and path, and finishes the others', async () => {
    const out = newOut();
    const { records, summary } = await run(
      [makeRecord(1), refusedRecord('kid-wrong-check-digit'), '{nonsense', makeRecord(2)],
      out,
    );
    expect(summary).toMatchObject({ finished: true, counts: { written: 2, failed: 2 } });
    const errors = readJsonLines(join(out, 'errors.jsonl'));
    expect(errors.map(({ line }) => line)).toEqual([2, 3]);
    expect(errors[0]).toMatchObject({ code: records[1]?.fault?.code, path: expect.stringContaining('kid') });
    expect(errors[1]).toMatchObject({ code: 'JSON_INVALID' });
    expect(readJsonLines(join(out, 'manifest.jsonl')).map(({ verdict, code }) => [verdict, code ?? null])).toEqual([
      ['valid', null],
      ['failed', errors[0]?.['code']],
      ['failed', 'JSON_INVALID'],
      ['valid', null],
    ]);
  });

  it('takes errors.jsonl away once nothing fails', async () => {
    const out = newOut();
    await run([makeRecord(1), '{'], out);
    await run([makeRecord(1), makeRecord(2)], out, { resume: true });
    expect(existsSync(join(out, 'errors.jsonl'))).toBe(false);
    expect(readJsonLines(join(out, 'manifest.jsonl'))).toHaveLength(2);
  });

  it.each([1, 3])('lets the first of two records of one number have it, with %i workers', async (jobs) => {
    const out = newOut();
    const other = makeRecord(7).replace('Smaksprøve', 'Smaksprøver');
    const { records } = await run([makeRecord(7), other], out, { jobs, force: true });
    expect(records.map(({ outcome, fault }) => fault?.code ?? outcome)).toEqual(['written', 'INVOICE_DUPLICATE']);
    const alone = newOut();
    await run([makeRecord(7)], alone);
    expect(hashFolder(out)['B-000007.pdf']).toBe(hashFolder(alone)['B-000007.pdf']);
  });

  it('refuses names that differ in case only', async () => {
    const out = newOut();
    const { records } = await run([makeRecord(1, 'Inv-1'), makeRecord(2, 'INV-1')], out);
    expect(records.map(({ outcome, fault }) => fault?.code ?? outcome)).toEqual(['written', 'NAME_CONFLICT']);
    expect(readdirSync(out)).not.toContain('INV-1.pdf');
  });

  it('keeps what an earlier run left, unless forced', async () => {
    const out = newOut();
    mkdirSync(out);
    writeFileSync(join(out, 'B-000001.pdf'), 'other');
    const kept = await run([makeRecord(1)], out);
    expect(kept.records[0]?.fault).toMatchObject({ code: 'FILE_EXISTS', kind: 'file' });
    expect(readFileSync(join(out, 'B-000001.pdf'), 'utf8')).toBe('other');
    const replaced = await run([makeRecord(1)], out, { force: true });
    expect(replaced.records[0]?.outcome).toBe('replaced');
    expect(existsSync(join(out, 'errors.jsonl'))).toBe(false);
  });

  it('follows no link, forced or not', async () => {
    const out = newOut();
    mkdirSync(out);
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'precious');
    symlinkSync(victim, join(out, 'B-000001.pdf'));
    expect((await run([makeRecord(1)], out)).records[0]?.fault?.code).toBe('FILE_EXISTS');
    expect((await run([makeRecord(1)], out, { force: true })).records[0]?.outcome).toBe('replaced');
    expect(readFileSync(victim, 'utf8')).toBe('precious');
  });

  it('renders only what is missing or was changed, wherever it stands now', async () => {
    const out = newOut();
    const sources = [1, 2, 3, 4].map((n) => makeRecord(n));
    await run(sources, out);
    const clean = hashFolder(out);
    writeFileSync(join(out, 'B-000002.pdf'), 'spoilt');
    const { records } = await run(sources.toReversed(), out, { resume: true, force: true });
    expect(records.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'replaced', 'unchanged']);
    expect({ ...hashFolder(out), 'manifest.jsonl': '' }).toEqual({ ...clean, 'manifest.jsonl': '' });
    expect(readJsonLines(join(out, 'manifest.jsonl')).map(({ line, invoiceNumber }) => [line, invoiceNumber])).toEqual([
      [1, 'B-000004'],
      [2, 'B-000003'],
      [3, 'B-000002'],
      [4, 'B-000001'],
    ]);
  });

  it('does not trust documents that were made by other settings', async () => {
    const out = newOut();
    await run([makeRecord(1)], out);
    const { records } = await run([makeRecord(1)], out, {
      resume: true,
      engine: { ...ENGINE_OPTIONS, forceChannel: true },
    });
    // Made again, and found to be the same bytes.
    expect(records[0]?.outcome).toBe('unchanged');
    const before = readJsonLines(join(out, 'manifest.jsonl'))[0];
    expect(before?.['settings']).toMatch(/^[0-9a-f]{16}$/);
  });

  it('mends a manifest whose end a crash tore, and sweeps up', async () => {
    const out = newOut();
    const sources = [makeRecord(1), makeRecord(2)];
    await run(sources, out);
    const clean = hashFolder(out);
    const manifest = readFileSync(join(out, 'manifest.jsonl'));
    writeFileSync(join(out, 'manifest.jsonl'), manifest.subarray(0, manifest.length - 20));
    writeFileSync(join(out, '.fakturapress-batch-0123456789ab.tmp'), 'half');
    await run(sources, out, { resume: true });
    expect(hashFolder(out)).toEqual(clean);
  });

  it('writes nothing on a dry run, and finds what would fail', async () => {
    const out = newOut();
    const other = makeRecord(1).replace('Smaksprøve', 'Smaksprøver');
    const { records } = await run([makeRecord(1), '{', other], out, { dryRun: true });
    expect(records.map(({ outcome, fault }) => fault?.code ?? outcome)).toEqual([
      'checked',
      'JSON_INVALID',
      'INVOICE_DUPLICATE',
    ]);
    expect(existsSync(out)).toBe(false);
  });

  it('stops at the limit of failures and can go on', async () => {
    const out = newOut();
    const sources = ['{', ...Array.from({ length: 80 }, (_, i) => (i < 70 ? '{' : makeRecord(i)))];
    const { summary } = await run(sources, out, { failFast: true, jobs: 1 });
    expect(summary).toMatchObject({ finished: false, stoppedBy: 'failures' });
    expect(summary.records).toBeLessThan(sources.length);
    expect((await run(sources, out, { resume: true })).summary.finished).toBe(true);
  });

  it('stops when told to, keeps what it has, and goes on from there', async () => {
    const sources = Array.from({ length: 12 }, (_, i) => makeRecord(i + 1));
    const [clean, out] = [newOut(), newOut()];
    await run(sources, clean);
    const stop = new AbortController();
    const cut = runBatchWith(
      { engine: ENGINE_OPTIONS, jobs: 1, sources: stopAfter(sources, 4, stop), out, signal: stop.signal },
      toParts(engine),
    );
    const { summary } = await follow(cut);
    expect(summary).toMatchObject({ finished: false, stoppedBy: 'signal' });
    const written = summary.counts.written;
    expect(readJsonLines(join(out, 'manifest.jsonl'))).toHaveLength(written);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    const rest = await run(sources, out, { resume: true });
    expect(rest.summary.counts).toMatchObject({ unchanged: written, written: sources.length - written });
    expect(hashFolder(out)).toEqual(hashFolder(clean));
  });

  it('takes an engine as it stands, and lets go of sources that are not wanted any more', async () => {
    let isLetGo = false;
    async function* endless() {
      try {
        for (let n = 1; ; n += 1) yield makeRecord(n);
      } finally {
        isLetGo = true;
      }
    }
    const out = newOut();
    for await (const done of runBatchWith({ engine, jobs: 1, sources: endless(), out }, toParts(engine))) {
      expect(done.outcome).toBe('written');
      break;
    }
    await expect.poll(() => isLetGo).toBe(true);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps a second run out, and takes over from a dead one', async () => {
    const out = newOut();
    const first = runBatchWith(
      { engine: ENGINE_OPTIONS, sources: [makeRecord(1), makeRecord(2)], out },
      toParts(engine),
    );
    await first.next();
    await expect(run([makeRecord(3)], out)).rejects.toMatchObject({ code: 'BATCH_LOCKED', kind: 'file' });
    await first.return({} as never);
    expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
    const dead = { pid: process.pid, started: '1', host: (await import('node:os')).hostname() };
    writeFileSync(join(out, '.fakturapress-lock'), JSON.stringify(dead));
    expect((await run([makeRecord(3)], out)).summary.finished).toBe(true);
  });

  it('reads folders in the order of their names', async () => {
    const input = join(folder, 'sources');
    mkdirSync(input);
    writeFileSync(join(input, 'b.json'), makeRecord(1));
    writeFileSync(join(input, 'a.json'), `\uFEFF${makeRecord(2)}\r\n`);
    writeFileSync(join(input, 'notes.txt'), 'not a source');
    const { records } = await run(input, newOut());
    expect(records.map(({ line, input: name, invoiceNumber }) => [line, name, invoiceNumber])).toEqual([
      [1, 'a.json', 'B-000002'],
      [2, 'b.json', 'B-000001'],
    ]);
  });

  it('refuses sources that are not there before it makes a folder', async () => {
    const out = newOut();
    await expect(run(join(folder, 'nowhere.jsonl'), out)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(existsSync(out)).toBe(false);
    cpSync(new URL('../../LICENSE', import.meta.url), out);
    await expect(run([makeRecord(1)], out)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
  });
});

async function* stopAfter(sources: readonly string[], count: number, stop: AbortController) {
  for (const [i, source] of sources.entries()) {
    if (i === count) stop.abort();
    yield source;
  }
}
