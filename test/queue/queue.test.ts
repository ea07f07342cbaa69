import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BatchRecord, BatchSummary } from '#dist/index.js';
import { enqueueBatch, startQueueWorker } from '#dist/queue/index.js';
import { checkAnswer, toJobId } from '#dist/queue/job.js';
import { ENGINE_OPTIONS, follow, hashFolder, makeFolder, readJsonLines } from '../batch/harness.ts';
import { BRAND, makeBatch, makeRecord } from '../batch/records.ts';
import { runFakturapress } from '../support/command-line.ts';
import { hasRedis, type RedisServer, startRedis } from '../support/redis/server.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;

describe('an answer out of the queue', () => {
  const made = { kind: 'made', invoiceNumber: '1', file: '1.pdf', sha256: '', pdf: '', ms: 1 };
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

  it('is taken where its bytes are those that were proven', () => {
    expect(checkAnswer({ ...made, sha256: empty }).pdf).toEqual(Buffer.alloc(0));
    expect(checkAnswer({ kind: 'refused', fault: { code: 'A', kind: 'input', message: 'b' }, ms: 1 }).pdf).toBeNull();
  });

  for (const [name, answer] of [
    ['nothing', null],
    ['text', 'made'],
    ['another kind', { ...made, sha256: empty, kind: 'staged' }],
    ['other bytes', { ...made, sha256: empty, pdf: 'AAAA' }],
    ['a file elsewhere', { ...made, sha256: empty, file: '../1.pdf' }],
    ['a hidden file', { ...made, sha256: empty, file: '.1.pdf' }],
    ['an e-invoice of other bytes', { ...made, sha256: empty, xml: { bytes: 'AAAA', sha256: empty } }],
    ['an e-invoice without its hash', { ...made, sha256: empty, xml: { bytes: '' } }],
    ['no fault', { kind: 'refused', fault: {}, ms: 1 }],
  ] as const) {
    it(`is refused with ${name}`, () => {
      expect(() => checkAnswer(answer)).toThrow(expect.objectContaining({ code: 'ANSWER_INVALID' }));
    });
  }

  it('belongs to its content: the id of a job is that of engine, source and what is wanted', () => {
    const id = toJobId({ source: 'a', identity: 'b', xml: false });
    expect(toJobId({ source: 'a', identity: 'b', xml: false })).toBe(id);
    expect(toJobId({ source: 'c', identity: 'b', xml: false })).not.toBe(id);
    expect(toJobId({ source: 'a', identity: 'd', xml: false })).not.toBe(id);
    expect(toJobId({ source: 'a', identity: 'b', xml: true })).not.toBe(id);
  });
});

describe.skipIf(!hasRedis())('batches on a queue', { timeout: 300_000 }, () => {
  const { folder, remove } = makeFolder();
  const children = new Set<ChildProcess>();
  let redis: RedisServer;
  let count = 0;

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });
  afterAll(async () => {
    await redis?.close();
    remove();
  });

  const newOut = () => join(folder, `out-${++count}`);

  function startWorker(): ChildProcess {
    const words = [MAIN, 'worker', '--queue', redis.url, '--concurrency', '1', '--quiet'];
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'inherit'], cwd: folder });
    children.add(child);
    return child;
  }

  const countDocuments = (out: string) => {
    try {
      return readdirSync(out).filter((name) => name.endsWith('.pdf')).length;
    } catch {
      return 0;
    }
  };

  it('two workers, one killed with -9 midway, Redis killed and restarted midway: each document once, as from one machine', async () => {
    const RECORDS = 40;
    const sources = join(folder, 'orders.jsonl');
    writeFileSync(sources, makeBatch(RECORDS));
    const alone = newOut();
    expect((await runFakturapress(['batch', sources, '--out', alone, '--brand', BRAND])).exitCode).toBe(0);
    const clean = hashFolder(alone);
    const out = newOut();
    const [first] = [startWorker(), startWorker()];
    const words = ['batch', sources, '--out', out, '--brand', BRAND, '--queue', redis.url, '--json'];
    const running = runFakturapress(words);
    await until(() => countDocuments(out) > 3);
    first.kill('SIGKILL');
    await until(() => countDocuments(out) > 8);
    await redis.restart();
    const { exitCode, stdout, stderr } = await running;
    expect(exitCode, stderr).toBe(0);
    expect(hashFolder(out)).toEqual(clean);
    expect(readJsonLines(join(out, 'manifest.jsonl'))).toHaveLength(RECORDS);
    const last = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { counts: { written: number } };
    expect(last.counts.written).toBe(RECORDS);
    // Nothing of the batch is left behind in Redis.
    const queue = new Queue('documents', { connection: { url: redis.url }, prefix: 'fakturapress' });
    const left = await queue.getJobCounts('wait', 'active', 'delayed', 'failed', 'completed');
    await queue.close();
    expect(Object.values(left).reduce((sum, n) => sum + n, 0)).toBe(0);

    // The second run of the same batch asks nobody for anything, and says so.
    const again = await runFakturapress([...words.slice(0, -1), '--resume']);
    expect([again.exitCode, again.stdout]).toEqual([0, expect.stringContaining('nothing written')]);
  });

  it('finds no trouble in findings: bad records are answered once, and the others are made', async () => {
    const worker = await startQueueWorker({ url: redis.url, concurrency: 1 });
    const out = newOut();
    const sources = [makeRecord(1), '{not a source', makeRecord(2), makeRecord(1)];
    const { records, summary } = await collect({ sources, out });
    await worker.close();
    expect(summary).toMatchObject({ finished: true, counts: { written: 2, failed: 1, unchanged: 1 } });
    expect(records[1]).toMatchObject({ outcome: 'failed', fault: { code: 'JSON_INVALID' } });
    expect(readFileSync(join(out, 'errors.jsonl'), 'utf8')).toContain('"line":2');
  });

  it('brings e-invoices alone too, as one machine does', async () => {
    const worker = await startQueueWorker({ url: redis.url, concurrency: 1 });
    const sources = join(folder, 'with-xml.jsonl');
    writeFileSync(sources, makeBatch(2));
    const words = ['batch', sources, '--brand', BRAND, '--e-invoice', 'ubl'];
    const [alone, queued, aloneXml, queuedXml] = [newOut(), newOut(), newOut(), newOut()];
    expect((await runFakturapress([...words, '--out', alone, '--xml', aloneXml])).exitCode).toBe(0);
    const overQueue = [...words, '--out', queued, '--xml', queuedXml, '--queue', redis.url];
    const { exitCode, stderr } = await runFakturapress(overQueue);
    expect(exitCode, stderr).toBe(0);
    expect(hashFolder(queuedXml)).toEqual(hashFolder(aloneXml));
    expect(hashFolder(queued)).toEqual(hashFolder(alone));
    await worker.close();
  });

  it('a worker that is asked to end finishes what it has, and the rest waits for the next', async () => {
    const out = newOut();
    const first = startWorker();
    const collecting = collect({ sources: Array.from({ length: 20 }, (_, n) => makeRecord(n + 1)), out });
    await until(() => countDocuments(out) > 1);
    first.kill('SIGTERM');
    expect(await new Promise((resolve) => first.once('exit', resolve))).toBe(0);
    const made = countDocuments(out);
    expect(made).toBeLessThan(20);
    startWorker();
    expect((await collecting).summary.counts.written).toBe(20);
  });

  it('a batch that is interrupted takes its jobs back, and resumes', async () => {
    const out = newOut();
    const stop = new AbortController();
    const sources = Array.from({ length: 12 }, (_, n) => makeRecord(n + 1));
    startWorker();
    const collecting = collect({ sources, out, inFlight: 3, signal: stop.signal }, () => stop.abort());
    expect((await collecting).summary).toMatchObject({ finished: false, stoppedBy: 'signal' });
    const { summary } = await collect({ sources, out, resume: true });
    expect(summary.finished).toBe(true);
    expect(countDocuments(out)).toBe(12);
  });

  it('a batch that no worker attends to ends with the first Ctrl-C, and leaves no job behind', async () => {
    const out = newOut();
    const sources = join(folder, 'unattended.jsonl');
    writeFileSync(sources, makeBatch(5));
    const words = [MAIN, 'batch', sources, '--out', out, '--brand', BRAND, '--queue', redis.url];
    const child = spawn(process.execPath, words, { stdio: 'ignore' });
    children.add(child);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const queue = new Queue('documents', { connection: { url: redis.url }, prefix: 'fakturapress' });
    const countJobs = async () =>
      Object.values(await queue.getJobCounts('wait', 'active', 'delayed')).reduce((a, b) => a + b, 0);
    while ((await countJobs()) < 5) await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(await countJobs()).toBe(0);
    await queue.close();

    const worker = await startQueueWorker({ url: redis.url, concurrency: 1 });
    expect((await collect({ sources: makeBatch(5).trim().split('\n'), out, resume: true })).summary.finished).toBe(
      true,
    );
    await worker.close();
    expect(countDocuments(out)).toBe(5);
  });

  it('a worker with another template or brand makes nothing, and the batch says so', async () => {
    const brand = join(folder, 'brand.json');
    writeFileSync(brand, readFileSync(BRAND));
    const worker = await startQueueWorker({ url: redis.url, concurrency: 1 });
    const changing = (async function* () {
      // The worker sees the brand when the first job comes, which is after it was changed.
      writeFileSync(brand, JSON.stringify({ ...JSON.parse(readFileSync(BRAND, 'utf8')), phone: '+4722000099' }));
      yield makeRecord(1);
    })();
    const run = follow(enqueueBatch({ url: redis.url, engine: { brand }, sources: changing, out: newOut() }));
    await expect(run).rejects.toMatchObject({ code: 'ENGINE_DIFFERS' });
    await worker.close();
  });

  it('without Redis, or with an address that is none, is a fault with its exit', async () => {
    for (const [queue, exit, code] of [
      ['redis://127.0.0.1:1', 5, 'QUEUE_UNAVAILABLE'],
      ['http://127.0.0.1', 2, 'QUEUE_URL_INVALID'],
    ] as const) {
      const sources = join(folder, 'one.jsonl');
      writeFileSync(sources, makeRecord(1));
      const words = ['batch', sources, '--out', newOut(), '--brand', BRAND, '--queue', queue, '--json'];
      for (const run of [runFakturapress(words), runFakturapress(['worker', '--queue', queue, '--json'])]) {
        const { exitCode, stdout } = await run;
        expect([exitCode, stdout]).toEqual([exit, expect.stringContaining(code)]);
      }
    }
    expect((await runFakturapress(['worker'], { env: { REDIS_URL: '' } })).exitCode).toBe(2);
  });

  async function collect(
    options: { sources: Iterable<string>; out: string; signal?: AbortSignal; resume?: boolean; inFlight?: number },
    onRecord: (record: BatchRecord) => void = () => undefined,
  ): Promise<{ readonly records: BatchRecord[]; readonly summary: BatchSummary }> {
    const run = enqueueBatch({ url: redis.url, engine: ENGINE_OPTIONS, ...options });
    const records: BatchRecord[] = [];
    for (;;) {
      const next = await run.next();
      if (next.done === true) return { records, summary: next.value };
      records.push(next.value);
      onRecord(next.value);
    }
  }
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
}
