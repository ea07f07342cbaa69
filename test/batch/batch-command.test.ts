import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runInProcess } from '../support/command-line.ts';
import { makeFolder, readJsonLines } from './harness.ts';
import { BRAND, makeBatch, makeRecord, refusedRecord } from './records.ts';

const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;
const FULL_DISK = new URL('./full-disk.mjs', import.meta.url).href;
const { folder, remove } = makeFolder();
afterAll(remove);

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly node?: readonly string[];
  readonly input?: string;
  /** Called with all of standard output so far. */
  readonly onOutput?: (stdout: string, interrupt: () => void) => void;
}

function batch(words: readonly string[], { node = [], input, onOutput }: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [...node, MAIN, 'batch', ...words], { cwd: folder });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    onOutput?.(stdout, () => child.kill('SIGINT'));
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input ?? '');
  return new Promise((resolve) => child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr })));
}

/** Each starts processes, which on a busy machine takes seconds. */
const PATIENCE = { timeout: 120_000 };

describe('fakturapress batch', PATIENCE, () => {
  it('renders standard input, tells of every record as JSON Lines, and ends with the smallest code of the failures', async () => {
    const poison = ['{', refusedRecord('kid-missing'), makeRecord(90).replace(/}$/, ',"brand":"nobody"}'), '\u0000'];
    const lines = Array.from({ length: 24 }, (_, i) => (i % 6 === 5 ? (poison[(i - 5) / 6] ?? '') : makeRecord(i + 1)));
    const { exitCode, stdout } = await batch(['-', '--out', 'mixed', '--brand', BRAND, '--json', '--jobs', '2'], {
      input: lines.join('\n'),
    });
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(exitCode).toBe(3);
    expect(events.map(({ type }) => type)).toEqual([...lines.map(() => 'record'), 'result']);
    expect(events.at(-1)).toMatchObject({
      finished: true,
      exitCode: 3,
      counts: { written: 20, failed: 4 },
      codes: { BRAND_UNKNOWN: 1, JSON_INVALID: 2, PAYMENT_DETAILS_MISSING: 1 },
    });
    expect(readJsonLines(join(folder, 'mixed', 'errors.jsonl')).map(({ line }) => line)).toEqual([6, 12, 18, 24]);
    expect(readdirSync(join(folder, 'mixed')).filter((name) => name.endsWith('.pdf'))).toHaveLength(20);
  });

  it('says that it will make many documents here, unless others make them', async () => {
    const sources = join(folder, 'cores.jsonl');
    writeFileSync(sources, makeBatch(1));
    const said: string[] = [];
    const run = (...words: string[]) => {
      const tuneForMany = () => said.push(words.join(' '));
      return runInProcess(['batch', sources, '--out', join(folder, 'cores'), '--brand', BRAND, ...words], {
        tuneForMany,
      });
    };
    expect(await run('--jobs', '1')).toMatchObject({ exitCode: 0 });
    expect(await run('--queue', 'redis://127.0.0.1:1')).not.toMatchObject({ exitCode: 0 });
    expect(said).toEqual(['--jobs 1']);
  });

  it('takes each record’s brand from the folder of brands', async () => {
    mkdirSync(join(folder, 'brands'));
    const brand = JSON.parse(readFileSync(BRAND, 'utf8')) as object;
    cpSync(new URL('../../fixtures/one-line/', import.meta.url), join(folder, 'brands'), { recursive: true });
    writeFileSync(join(folder, 'brands', 'red.json'), JSON.stringify({ ...brand, colors: { accent: '#8a1020' } }));
    writeFileSync(
      join(folder, 'two.jsonl'),
      `${makeRecord(1)}\n${makeRecord(1, 'R-1').replace(/}$/, ',"brand":"red"}')}\n`,
    );
    const { exitCode, stdout } = await batch(['two.jsonl', '--out', 'branded', '--brand', BRAND, '--brands', 'brands']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^✓ 2 records: 2 written {3}.*\n {2}manifest {3}branded\/manifest\.jsonl\n {2}slowest/);
    const sizes = readJsonLines(join(folder, 'branded', 'manifest.jsonl')).map(({ sha256 }) => sha256);
    expect(new Set(sizes).size).toBe(2);
  });

  it('finishes what is under way on Ctrl-C, and goes on with --resume', async () => {
    writeFileSync(join(folder, 'many.jsonl'), makeBatch(400));
    const words = ['many.jsonl', '--out', 'cut', '--brand', BRAND, '--json', '--resume'];
    let isInterrupted = false;
    const cut = await batch(words, {
      onOutput(stdout, interrupt) {
        if (!isInterrupted && stdout.includes('"type":"record"')) interrupt();
        isInterrupted ||= stdout.includes('"type":"record"');
      },
    });
    expect(cut.exitCode).toBe(130);
    const result = JSON.parse(cut.stdout.trim().split('\n').at(-1) ?? '') as { counts: { written: number } };
    expect(result).toMatchObject({ type: 'result', finished: false, stoppedBy: 'signal' });
    const names = readdirSync(join(folder, 'cut'));
    expect(names.filter((name) => name.startsWith('.'))).toEqual([]);
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(result.counts.written);
    expect(readJsonLines(join(folder, 'cut', 'manifest.jsonl'))).toHaveLength(result.counts.written);
  });

  it('ends with exit 6 on a full disk and leaves no document', async () => {
    writeFileSync(join(folder, 'few.jsonl'), makeBatch(3));
    const full = await batch(['few.jsonl', '--out', 'full', '--brand', BRAND], { node: ['--import', FULL_DISK] });
    expect(full).toMatchObject({ exitCode: 6, stderr: expect.stringContaining('ENOSPC') });
    expect(full.stderr).toContain('--resume');
    expect(readdirSync(join(folder, 'full'))).toEqual([]);
    const resumed = await batch(['few.jsonl', '--out', 'full', '--brand', BRAND, '--resume', '--quiet']);
    expect(resumed).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(folder, 'full'))).toHaveLength(4);
  });

  it.each([
    ['a missing --out', ['few.jsonl'], 2],
    ['no workers', ['few.jsonl', '--out', 'never', '--jobs', '0'], 2],
    ['no such sources', ['nowhere.jsonl', '--out', 'never'], 6],
    ['no such template', ['few.jsonl', '--out', 'never', '--template', 'nowhere'], 4],
  ])('refuses %s before it makes a folder', async (_, words, expected) => {
    writeFileSync(join(folder, 'few.jsonl'), makeBatch(3));
    expect((await batch(words)).exitCode).toBe(expected);
    expect(readdirSync(folder)).not.toContain('never');
  });
});
