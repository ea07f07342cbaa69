import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isStoreAddress, parseStoreAddress } from '#dist/batch/s3/address.js';
import { takeLease } from '#dist/batch/s3/lease.js';
import { createObjectSink } from '#dist/batch/s3/object-sink.js';
import { type ObjectStore, openObjectStore } from '#dist/batch/s3/object-store.js';
import { runFakturapress } from '../support/command-line.ts';
import { type Gateway, hasGateway, startGateway } from '../support/s3/gateway.ts';
import { makeFolder, readJsonLines } from './harness.ts';
import { BRAND, makeBatch, makeRecord } from './records.ts';

describe('the address of object storage', () => {
  it('is a bucket with a prefix, of plain characters', () => {
    expect(parseStoreAddress('s3://invoices')).toEqual({ bucket: 'invoices', prefix: '' });
    expect(parseStoreAddress('s3://invoices/2026/nov/')).toEqual({ bucket: 'invoices', prefix: '2026/nov/' });
    expect(isStoreAddress('out/s3')).toBe(false);
    for (const bad of ['s3://', 's3://a', 's3://Invoices', 's3://invoices//x', 's3://invoices/../x', 's3://in/v?x']) {
      expect(() => parseStoreAddress(bad), bad).toThrow(expect.objectContaining({ code: 'SETTING_INVALID' }));
    }
  });
});

describe.skipIf(!hasGateway())('object storage', { timeout: 240_000 }, () => {
  const RECORDS = 24;
  const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
  const { folder, remove } = makeFolder();
  const sources = join(folder, 'orders.jsonl');
  const few = join(folder, 'few.jsonl');
  let gateway: Gateway;
  let clean: Readonly<Record<string, string>>;
  let count = 0;

  beforeAll(async () => {
    gateway = await startGateway();
    Object.assign(process.env, gateway.environment);
    writeFileSync(sources, makeBatch(RECORDS));
    writeFileSync(few, [makeRecord(1), '{not a source', makeRecord(2)].join('\n'));
    const run = await batch(`s3://${gateway.bucket}/clean`);
    expect(run.exitCode, run.stderr).toBe(0);
    clean = hash('clean');
  }, 120_000);
  afterAll(async () => {
    await gateway?.close();
    remove();
  });

  const batch = (out: string, ...more: string[]) =>
    runFakturapress(['batch', sources, '--out', out, '--brand', BRAND, '--jobs', '1', ...more], {
      env: gateway.environment,
    });
  const hash = (prefix: string) =>
    Object.fromEntries(
      Object.entries(gateway.list(prefix)).map(([name, bytes]) => [
        name,
        createHash('sha256').update(bytes).digest('hex'),
      ]),
    );
  const openStore = (prefix = `own-${++count}`): ObjectStore =>
    openObjectStore({ bucket: gateway.bucket, prefix: `${prefix}/` });

  it('gets what a folder gets, byte for byte, and nothing else', async () => {
    const out = join(folder, 'folder');
    expect((await batch(out)).exitCode).toBe(0);
    expect(Object.keys(clean)).toHaveLength(RECORDS + 1);
    const { hashFolder } = await import('./harness.ts');
    expect(clean).toEqual(hashFolder(out));
  });

  it('is not written to by a second run, which says so; nor by one that resumes', async () => {
    for (const more of [[], ['--resume']]) {
      const { exitCode, stdout } = await batch(`s3://${gateway.bucket}/clean`, ...more);
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`${RECORDS} unchanged, nothing written`);
      expect(hash('clean')).toEqual(clean);
    }
  });

  it('keeps other bytes of an earlier time unless forced, and journals the conflict', async () => {
    const store = openStore('taken');
    const [name = ''] = Object.keys(clean);
    await store.put(name, Buffer.from('%PDF other'), { condition: { kind: 'absent' }, type: 'application/pdf' });
    const refused = await batch(`s3://${gateway.bucket}/taken`);
    expect(refused.exitCode).toBe(6);
    const errors = String(gateway.list('taken')['errors.jsonl']).trim().split('\n');
    expect(errors.map((line) => (JSON.parse(line) as { code: string }).code)).toEqual(['FILE_EXISTS']);
    expect(String(gateway.list('taken')[name])).toBe('%PDF other');
    const forced = await batch(`s3://${gateway.bucket}/taken`, '--force');
    expect([forced.exitCode, forced.stdout]).toEqual([0, expect.stringContaining('1 replaced')]);
    expect(hash('taken')).toEqual(clean);
    store.close();
  });

  it('has the errors of bad records beside the documents', async () => {
    const prefix = `s3://${gateway.bucket}/few`;
    const words = ['batch', few, '--out', prefix, '--brand', BRAND, '--jobs', '1', '--json'];
    const { exitCode } = await runFakturapress(words, { env: gateway.environment });
    expect(exitCode).toBe(3);
    expect(Object.keys(gateway.list('few'))).toHaveLength(4);
    expect(String(gateway.list('few')['errors.jsonl'])).toContain('"line":2');
  });

  it('killed with -9 at random moments, holds whole documents and a true manifest, and ends as a clean run', async () => {
    for (let round = 1; round <= (process.env['BATCH_SOAK'] === '1' ? 50 : 2); round += 1) {
      const prefix = `killed-${round}`;
      const child = start(prefix);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const wanted = Math.floor(Math.random() * RECORDS);
      while (countDocuments(prefix) <= wanted && child.exitCode === null) await sleep(5);
      child.kill('SIGKILL');
      await ended;
      for (const [name, found] of Object.entries(hash(prefix))) {
        if (name.endsWith('.pdf')) expect(found).toBe(clean[name]);
      }
      expect(claimsOf(prefix).every(({ file, sha256 }) => clean[file] === sha256)).toBe(true);
      const { exitCode, stderr } = await batch(`s3://${gateway.bucket}/${prefix}`, '--resume');
      expect(exitCode, stderr).toBe(0);
      expect(hash(prefix), `round ${round}, killed after ${wanted}`).toEqual(clean);
    }
  }, 600_000);

  it('that goes away ends the run with exit 5, and the run resumes when it is back', async () => {
    const child = start('gone');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (countDocuments('gone') < 2 && child.exitCode === null) await sleep(5);
    await gateway.stop();
    expect(await ended).toBe(5);
    await gateway.start();
    // The lock of a process that is no more is not waited for on its own host.
    const { exitCode, stderr } = await batch(`s3://${gateway.bucket}/gone`, '--resume');
    expect(exitCode, stderr).toBe(0);
    expect(hash('gone')).toEqual(clean);
  });

  it('that refuses a name where it says nothing is, fails that record alone, and says so', async () => {
    const beside = await startGateway('beside');
    try {
      const [name = ''] = Object.keys(clean);
      beside.plantGhost(`ghost/${name}`);
      beside.plantGhost('ghost/.fakturapress-manifest-000000000.jsonl');
      const two = join(folder, 'two.jsonl');
      writeFileSync(two, makeBatch(2));
      const words = ['batch', two, '--out', `s3://${beside.bucket}/ghost`, '--brand', BRAND, '--jobs', '1'];
      const { exitCode, stderr } = await runFakturapress(words, { env: beside.environment });
      expect(exitCode, stderr).toBe(5);
      const { [name]: _, 'manifest.jsonl': manifest, 'errors.jsonl': errors, ...others } = beside.list('ghost');
      expect(Object.keys(others)).toHaveLength(1);
      expect(String(manifest).trim().split('\n')).toHaveLength(2);
      expect(JSON.parse(String(errors))).toMatchObject({
        code: 'STORE_REFUSED',
        message: expect.stringContaining(name),
      });
    } finally {
      await beside.close();
    }
  });

  it('without the bucket, or with other credentials, is exit 5 and says which', async () => {
    const missing = await batch('s3://no-such-bucket/x', '--json');
    expect([missing.exitCode, missing.stdout]).toEqual([5, expect.stringContaining('STORE_REFUSED')]);
    const env = { ...gateway.environment, AWS_SECRET_ACCESS_KEY: 'wrong' };
    const words = ['batch', sources, '--out', `s3://${gateway.bucket}/x`, '--brand', BRAND, '--json'];
    const denied = await runFakturapress(words, { env });
    expect([denied.exitCode, denied.stdout]).toEqual([5, expect.stringContaining('STORE_REFUSED')]);
    expect(`${denied.stdout}${denied.stderr}`).not.toContain('wrong');
  });

  describe('the lease', () => {
    it('is one run’s, and free again after it', async () => {
      const store = openStore();
      const lease = await takeLease(store);
      await expect(takeLease(store)).rejects.toMatchObject({ code: 'BATCH_LOCKED' });
      await lease.release();
      await (await takeLease(store)).release();
      expect(await store.list('')).toEqual([]);
    });

    it('that nobody renews is taken over by one, and its old holder learns of it', async () => {
      const store = openStore();
      const old = await takeLease(store, { renewMs: 400, expiredMs: 1_000 });
      await expect(takeLease(store, { renewMs: 400, expiredMs: 5_000 })).rejects.toMatchObject({
        code: 'BATCH_LOCKED',
      });
      const takers = await Promise.allSettled(
        [1, 2, 3].map(() => takeLease(store, { renewMs: 60_000, expiredMs: -5_000 })),
      );
      expect(takers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
      await sleep(900);
      expect(() => old.assertHeld()).toThrow(expect.objectContaining({ code: 'BATCH_LOCKED' }));
      await old.release();
      expect(await store.list('')).toHaveLength(1);
    });
  });

  it('gives a name to one of many who write it at once', async () => {
    const store = openStore();
    const spool = join(folder, 'race');
    mkdirSync(spool);
    const placings = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const temporary = join(spool, `${index}.tmp`);
        const bytes = Buffer.from(`%PDF ${index}`);
        writeFileSync(temporary, bytes);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const document = {
          invoiceNumber: '1',
          file: '1.pdf',
          sha256,
          bytes: bytes.length,
          ms: 0,
          temporary,
          isSame: false,
        };
        return createObjectSink(store, `run-${index}`, { force: false }).place(document, false);
      }),
    );
    expect(placings.filter(({ kind }) => kind === 'written')).toHaveLength(1);
    expect(placings.filter(({ kind }) => kind === 'conflict')).toHaveLength(11);
  });

  function start(prefix: string): ChildProcess {
    const words = [
      MAIN,
      'batch',
      sources,
      '--out',
      `s3://${gateway.bucket}/${prefix}`,
      '--brand',
      BRAND,
      '--jobs',
      '1',
    ];
    return spawn(process.execPath, words, { stdio: 'ignore', env: { ...process.env, ...gateway.environment } });
  }

  const countDocuments = (prefix: string) =>
    Object.keys(gateway.list(prefix)).filter((name) => name.endsWith('.pdf')).length;

  function claimsOf(prefix: string): { readonly file: string; readonly sha256: string }[] {
    const journals = Object.entries(gateway.list(prefix)).filter(([name]) => /manifest/.test(name));
    return journals.flatMap(([, bytes], index) => {
      const path = join(folder, `claims-${prefix}-${index}`);
      writeFileSync(path, bytes);
      return readJsonLines(path) as { file: string; sha256: string }[];
    });
  }
});

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
