import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFakturapress } from '../support/command-line.ts';

const FIXTURE = 'fixtures/classic-comp';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sabotage-'));
  cpSync('templates/classic', join(folder, 'mine'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Changes the template wherever the pattern stands; the test is void if it stands nowhere. */
function sabotage(pattern: RegExp, replacement: string): void {
  const template = join(folder, 'mine');
  const files = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
  let changes = 0;
  for (const file of files) {
    const path = join(template, file);
    const source = readFileSync(path, 'utf8');
    const changed = source.replace(pattern, replacement);
    if (changed !== source) changes += 1;
    writeFileSync(path, changed);
  }
  expect(changes).toBeGreaterThan(0);
}

async function render() {
  const file = join(folder, 'invoice.pdf');
  const words = [
    'render',
    `${FIXTURE}/source.json`,
    '--brand',
    `${FIXTURE}/brand.json`,
    '--template',
    join(folder, 'mine'),
    '-o',
    file,
    '--json',
  ];
  const { exitCode, stdout } = await runFakturapress(words);
  const result = JSON.parse(stdout) as {
    code?: string;
    message?: string;
    findings?: { field: string; expected: string; found: string }[];
  };
  return { exitCode, result, written: existsSync(file), left: readdirSync(folder) };
}

describe('a template that prints something else', () => {
  it('renders as long as it is left alone', async () => {
    expect(await render()).toMatchObject({ exitCode: 0, written: true });
  });

  it('is found out when the mark of the payable prints the net total', async () => {
    sabotage(
      /(data-fact="payable"[^>]*>)\{\{money invoice\.payable code=true\}\}/g,
      '$1{{money invoice.netTotal code=true}}',
    );
    const { exitCode, result, written, left } = await render();
    expect([exitCode, written, left]).toEqual([1, false, ['mine']]);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ field: 'payable', expected: expect.stringContaining('17 086,50') }),
    );
  });

  it('is found out when its loop skips a line', async () => {
    sabotage(
      /(\{\{#each lines\}\})([\s\S]*?)(\{\{\/each\}\}\n\{\{#if subtotal)/,
      '$1{{#unless @first}}$2{{/unless}}$3',
    );
    const { exitCode, result, written } = await render();
    expect([exitCode, written]).toEqual([1, false]);
    expect(result.findings?.map(({ field }) => field)).toContain('line.1');
  });

  it('is found out when it prints another day as the due date', async () => {
    sabotage(/\{\{date invoice\.dueDate\}\}/g, '{{date invoice.issueDate}}');
    const { exitCode, result, written } = await render();
    expect([exitCode, written]).toEqual([1, false]);
    expect(result.findings).toContainEqual(
      expect.objectContaining({ field: 'dueDate', expected: '7.12.2026', found: '23.11.2026' }),
    );
  });

  it('is refused when it leaves out the KID altogether', async () => {
    sabotage(/ data-fact="kid"/g, '');
    const { exitCode, result, written } = await render();
    expect([exitCode, written, result.code]).toEqual([4, false, 'FACT_OMITTED']);
    expect(result.message).toContain('kid');
  });
});
