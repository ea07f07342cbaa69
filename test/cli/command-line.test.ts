import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFakturapress, runInProcess } from '../support/command-line.ts';
import { listRefusedFixtures } from '../support/fixtures.ts';

const SOURCE = resolve('fixtures/documentation-sample/source.json');
const BRAND = resolve('fixtures/documentation-sample/brand.json');
const RENDER = ['render', SOURCE, '--brand', BRAND];

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'command-line-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe('render', () => {
  it('names the file after the invoice number, and says what was proven in one line', async () => {
    const { exitCode, stdout, stderr } = await runFakturapress(RENDER, { cwd });
    expect([exitCode, stderr, readdirSync(cwd)]).toEqual([0, '', ['16788-000018.pdf']]);
    expect(stdout).toMatch(/^✓ 16788-000018\.pdf {3}500,00 NOK {3}1 page {3}\d+ facts proven {3}\d+ kB {3}\S+ m?s\n$/);
  });

  it('answers with one JSON document on standard output', async () => {
    const { exitCode, stdout, stderr } = await runFakturapress([...RENDER, '--json'], { cwd });
    expect([exitCode, stderr]).toEqual([0, '']);
    const bytes = readFileSync(join(cwd, '16788-000018.pdf'));
    expect(JSON.parse(stdout)).toEqual({
      file: '16788-000018.pdf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      bytes: bytes.length,
      pages: 1,
      invoiceNumber: '16788-000018',
      payable: { minor: 50000, currency: 'NOK' },
      verdict: 'valid',
      findings: expect.any(Array),
    });
  });

  it('reads standard input and writes standard output', async () => {
    const { exitCode, stdout, stderr } = await runFakturapress(['render', '-', '--brand', BRAND, '-o', '-'], {
      cwd,
      input: readFileSync(SOURCE),
    });
    expect(exitCode).toBe(0);
    expect(stdout.startsWith('%PDF-1.7')).toBe(true);
    expect(stderr).toContain('500,00 NOK');
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('leaves equal bytes alone, and other bytes unless forced', async () => {
    const file = join(cwd, 'a.pdf');
    expect((await runFakturapress([...RENDER, '-o', file])).exitCode).toBe(0);
    expect((await runFakturapress([...RENDER, '-o', file])).exitCode).toBe(0);
    writeFileSync(file, 'something else');
    const refused = await runFakturapress([...RENDER, '-o', file, '--json']);
    expect([refused.exitCode, JSON.parse(refused.stdout)]).toEqual([
      6,
      expect.objectContaining({ code: 'FILE_EXISTS' }),
    ]);
    expect(readFileSync(file, 'utf8')).toBe('something else');
    expect((await runFakturapress([...RENDER, '-o', file, '--force'])).exitCode).toBe(0);
    expect(readFileSync(file, 'latin1').startsWith('%PDF')).toBe(true);
    expect(readdirSync(cwd)).toEqual(['a.pdf']);
  }, 60_000);

  it('does not write through a symbolic link', async () => {
    const victim = join(cwd, 'victim.txt');
    writeFileSync(victim, 'precious');
    symlinkSync(victim, join(cwd, 'link.pdf'));
    const { exitCode } = await runFakturapress([...RENDER, '-o', join(cwd, 'link.pdf')]);
    expect([exitCode, readFileSync(victim, 'utf8')]).toEqual([6, 'precious']);
  });

  it.each([
    ['a missing source', ['render', 'nowhere.json'], 6, 'FILE_NOT_FOUND'],
    ['a missing folder', [...RENDER, '-o', 'nowhere/a.pdf'], 6, 'FOLDER_MISSING'],
    ['a missing brand', ['render', SOURCE, '--brand', 'nowhere.json'], 6, 'BRAND_UNREADABLE'],
    ['a missing template', [...RENDER, '--template', 'clasic'], 4, 'TEMPLATE_NOT_FOUND'],
    ['an unknown language', [...RENDER, '--locale', 'tlh'], 2, 'LOCALE_UNKNOWN'],
    ['an unknown option', [...RENDER, '--colour'], 2, 'USAGE'],
    ['an unknown command', ['rendr'], 2, 'USAGE'],
    ['no command', [], 2, 'USAGE'],
    ['a second argument', [...RENDER, 'more.json'], 2, 'USAGE'],
    ['a wrong kind', [...RENDER, '--kind', 'reminder'], 2, 'USAGE'],
    ['a credit note’s number for an invoice', [...RENDER, '--credit-note-number', 'K-1'], 2, 'USAGE'],
    ['writing over what is read', [...RENDER, '-o', SOURCE, '--force'], 2, 'USAGE'],
    ['JSON and PDF on one stream', [...RENDER, '-o', '-'], 2, 'USAGE'],
  ])('refuses %s', async (_what, words, exitCode, code) => {
    const run = await runFakturapress([...words, '--json'], { cwd });
    expect([run.exitCode, JSON.parse(run.stdout)]).toEqual([
      exitCode,
      expect.objectContaining({ code, message: expect.any(String), hint: expect.any(String) }),
    ]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('a source that must be refused', () => {
  it.each(listRefusedFixtures())('$name', async ({ folder, brandFile, expected }) => {
    const brand = brandFile === undefined ? [] : ['--brand', resolve(brandFile)];
    const file = join(cwd, 'a.pdf');
    const run = await runInProcess(['render', join(folder, 'source.json'), ...brand, '-o', file, '--json']);
    expect([run.exitCode, JSON.parse(run.stdout)]).toEqual([3, expect.objectContaining(expected)]);
    expect(JSON.parse(run.stdout)).toMatchObject({
      message: expect.stringMatching(/\S/),
      hint: expect.stringMatching(/\S/),
    });
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('validate', () => {
  it('says that a document matches, and what differs in one that does not', async () => {
    const file = join(cwd, 'a.pdf');
    await runFakturapress([...RENDER, '-o', file]);
    const good = await runFakturapress(['validate', file, '--source', SOURCE, '--brand', BRAND]);
    expect([good.exitCode, good.stderr]).toEqual([0, '']);

    const other = resolve('fixtures/one-line/source.json');
    const bad = await runFakturapress(['validate', file, '--source', other]);
    expect(bad.exitCode).toBe(1);
    expect(bad.stdout).toBe('');
    expect(bad.stderr).toContain('does not match its session');
    expect(bad.stderr).toMatch(/payable +expected +1,00 NOK +found +500,00 NOK +page 1, \d+ × \d+ pt/);
    expect(bad.stderr).toContain('Kravia collects by the session. Do not send this document.');
  });

  it('needs no brand to check what the session says', async () => {
    const file = join(cwd, 'a.pdf');
    await runFakturapress([...RENDER, '-o', file]);
    const { exitCode, stdout } = await runFakturapress(['validate', file, '--source', SOURCE, '--json']);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ verdict: 'valid' })]);
  });

  it('calls a file that is no PDF invalid', async () => {
    const file = join(cwd, 'a.pdf');
    writeFileSync(file, 'not a PDF');
    const { exitCode, stdout } = await runFakturapress(['validate', file, '--source', SOURCE, '--json']);
    expect([exitCode, JSON.parse(stdout)]).toEqual([1, expect.objectContaining({ verdict: 'invalid' })]);
  });

  it('finds a source that was voided since, and refuses one that cannot be parsed', async () => {
    const file = join(cwd, 'a.pdf');
    await runFakturapress([...RENDER, '-o', file]);
    const voided = resolve('fixtures/refused/voided/source.json');
    const found = await runFakturapress(['validate', file, '--source', voided, '--json']);
    expect(found.exitCode).toBe(1);
    expect(JSON.parse(found.stdout)).toMatchObject({
      verdict: 'invalid',
      findings: [{ channel: 'source', found: 'TRANSACTION_VOIDED' }],
    });
    const broken = join(cwd, 'broken.json');
    writeFileSync(broken, '{');
    expect((await runFakturapress(['validate', file, '--source', broken, '--json'])).exitCode).toBe(3);
  });
});

describe('what it says of itself', () => {
  it('fits help on a screen and names every command in it', async () => {
    const { exitCode, stdout } = await runFakturapress(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').length).toBeLessThanOrEqual(30);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const command of ['render', 'validate', 'template list', 'template lint', 'doctor'])
      expect(stdout).toContain(command);
  });

  it('shows the options of one command with an example', async () => {
    const { exitCode, stdout } = await runFakturapress(['help', 'render']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('--force');
    expect(stdout).toContain('Example');
  });

  it('knows its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runFakturapress(['--version'])).toMatchObject({ exitCode: 0, stdout: `${version}\n` });
  });

  it('lists templates, and finds the machine well', async () => {
    expect((await runFakturapress(['template', 'list'])).stdout).toContain('classic');
    const { exitCode, stdout } = await runFakturapress(['doctor', '--json']);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ healthy: true })]);
  });

  it('points into the template with an excerpt, and suggests what was meant', async () => {
    cpSync('templates/classic', join(cwd, 'mine'), { recursive: true });
    const style = join(cwd, 'mine/style.css');
    writeFileSync(style, `.total {\n  colr: var(--accent);\n}\n${readFileSync(style, 'utf8')}`);
    const { exitCode, stderr } = await runFakturapress([...RENDER, '--template', 'mine'], { cwd });
    expect(exitCode).toBe(4);
    expect(stderr).toContain('✗ mine/style.css:2:3  unknown property "colr" (CSS_UNKNOWN_PROPERTY)');
    expect(stderr).toContain('1 │ .total {\n  2 │   colr: var(--accent);\n    │   ^^^^\n');
    expect(stderr).toContain('Did you mean "color"?');
    expect(existsSync(join(cwd, '16788-000018.pdf'))).toBe(false);
  });

  it('tells what only an option of a template makes wrong', async () => {
    cpSync('templates/compact', join(cwd, 'mine'), { recursive: true });
    const path = join(cwd, 'mine/partials/lines.hbs');
    const lines = readFileSync(path, 'utf8');
    writeFileSync(path, lines.replaceAll('{{label "carriedFrom"}}', '{{label "kid"}}'));
    const manifest = JSON.parse(readFileSync(join(cwd, 'mine/template.json'), 'utf8'));
    manifest.options.carriedForward.default = false;
    writeFileSync(join(cwd, 'mine/template.json'), JSON.stringify(manifest));
    const run = await runInProcess(['template', 'lint', join(cwd, 'mine'), '--locale', 'nb', '--json']);
    const { faults } = JSON.parse(run.stdout) as { faults: { code: string; message: string }[] };
    expect(faults).not.toEqual([]);
    for (const fault of faults) {
      expect(fault).toMatchObject({
        code: 'TEMPLATE_PRINTS_WRONG',
        message: expect.stringContaining('(sample forty-lines)'),
      });
    }
  }, 900_000);

  it('tells everything that is wrong with a template, each fault once', async () => {
    cpSync('templates/classic', join(cwd, 'mine'), { recursive: true });
    const edit = (file: string, change: (text: string) => string) => {
      const path = join(cwd, 'mine', file);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
    };
    edit('partials/payment.hbs', (text) => text.replaceAll('data-fact="kid"', 'data-fact="kidd"'));
    writeFileSync(join(cwd, 'mine/partials/lost.hbs'), '<p>Takk</p>');
    appendFileSync(join(cwd, 'mine/style.css'), '.return { color: #8a8a8a } .much { display: block; height: 1mm }');
    // One document of the samples is a copy; nothing but an option shows the other.
    edit('invoice.hbs', (text) => text.replace('{{label "copy"}}', '写し'));
    edit('partials/lines.hbs', (text) => text.replace('{{label "sku"}}', '<span class="much">{{label "sku"}}</span>'));
    const run = await runInProcess(['template', 'lint', join(cwd, 'mine'), '--locale', 'nb', '--json']);
    expect(run.exitCode).toBe(4);
    const { faults } = JSON.parse(run.stdout) as {
      faults: { code: string; message: string; place?: { file: string; line: number } }[];
    };
    expect(faults).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('kidd'), place: expect.anything() }),
    );
    expect(faults).toContainEqual(
      expect.objectContaining({ code: 'TEMPLATE_UNUSED_PARTIAL', message: expect.stringContaining('lost.hbs') }),
    );
    expect(faults.map(({ code, place }) => [code, place?.file])).toEqual(
      expect.arrayContaining([
        ['GLYPH_MISSING', 'mine/invoice.hbs'],
        ['TEXT_OVERFLOW', 'mine/partials/lines.hbs'],
      ]),
    );
    // Each place once, though every sample shows it.
    expect(faults.filter(({ code }) => code === 'TEMPLATE_CONTRAST')).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('#8a8a8a on #ffffff, 3.5:1'),
        place: expect.objectContaining({ file: 'mine/partials/address.hbs', line: 1 }),
      }),
    ]);
    expect(new Set(faults.map((fault) => JSON.stringify(fault))).size).toBe(faults.length);
  }, 900_000);
});
