import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePng, encodePng } from '#dist/raster/index.js';
import { runSnapshots } from '#dist/snapshot/index.js';
import { runInProcess } from '../support/command-line.ts';
import { TemplateCopy } from './template-copy.ts';

const FEW = ['--fixture', 'one-line'];

let template: TemplateCopy;
beforeEach(() => {
  template = new TemplateCopy();
});
afterEach(() => template.remove());

function snapshot(...flags: string[]) {
  return runInProcess(['snapshot', template.folder, ...FEW, ...flags]);
}

function listPreview(): string[] {
  return readdirSync(template.path('preview')).toSorted();
}

describe('fakturapress snapshot', () => {
  it('says what nothing is approved of, approves it, and is content with it', async () => {
    const before = await snapshot();
    expect([before.exitCode, before.stderr]).toEqual([1, expect.stringContaining('1 line, nb   nothing approved yet')]);
    const update = await snapshot('--update');
    expect([update.exitCode, update.stdout]).toEqual([0, '✓ classic 1.0.0   1 document approved\n']);
    expect(listPreview()).toEqual(['approved.json', 'one-line.nb.txt']);
    const after = await snapshot('--ci');
    expect([after.exitCode, after.stdout]).toEqual([0, '✓ classic 1.0.0   1 document as approved\n']);
  });

  it('tells in words what differs, exits with 1, writes a report, and nothing else with --ci', async () => {
    await snapshot('--update');
    template.edit('style.css', /$/, '.k-amount { padding-top: 4pt }\n');
    template.raiseVersion();
    const approved = listPreview().map((file) => readFileSync(template.path('preview', file)));
    const report = template.path('report.html');
    const { exitCode, stderr } = await snapshot('--ci', '--report', report);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('✗ classic 1.0.1   1 line, nb   differs\n    Total moved 4 pt down');
    expect(listPreview().map((file) => readFileSync(template.path('preview', file)))).toEqual(approved);
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('Total moved 4 pt down');
    for (const caption of ['Approved, page 1', 'Now, page 1', 'Difference']) expect(html).toContain(caption);
    expect(html).not.toMatch(/<script|https?:\/\//);
    expect((await snapshot('--update')).exitCode).toBe(0);
    expect((await snapshot('--ci')).exitCode).toBe(0);
  });

  it('refuses a changed template with an unchanged version, also for approval, unless it has not gone out', async () => {
    await snapshot('--update');
    template.edit('style.css', /$/, '\n/* no change to see */\n');
    const { exitCode, stderr } = await snapshot();
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('TEMPLATE_VERSION_UNCHANGED')]);
    const update = await snapshot('--update');
    expect([update.exitCode, update.stderr]).toEqual([1, expect.stringContaining('TEMPLATE_VERSION_UNCHANGED')]);
    expect((await snapshot('--update', '--unreleased')).exitCode).toBe(0);
    template.edit('style.css', 'no change', 'nothing');
    template.raiseVersion();
    const raised = await snapshot('--ci');
    expect([raised.exitCode, raised.stderr]).toEqual([1, expect.stringContaining('this version is not recorded')]);
    expect((await snapshot('--update')).exitCode).toBe(0);
    expect((await snapshot('--ci')).exitCode).toBe(0);
  });

  it('approves no document that does not match its session', async () => {
    template.edit('partials/payment.hbs', '{{money invoice.payable', '{{money invoice.netTotal');
    const { exitCode, stderr } = await snapshot('--update');
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('does not match its session')]);
    expect(existsSync(template.path('preview'))).toBe(false);
  });

  it('tells a template that cannot be rendered with its place', async () => {
    template.edit('style.css', /$/, 'p { colr: red }\n');
    const { exitCode, stderr } = await snapshot();
    expect([exitCode, stderr]).toEqual([4, expect.stringMatching(/style\.css:\d+:5/)]);
  });

  it('notices a picture that differs though the text does not, and a snapshot that nobody renders', async () => {
    const seen: string[] = [];
    const credit = ['snapshot', template.folder, '--fixture', 'credit-note'];
    await runInProcess([...credit, '--update']);
    const png = readFileSync(template.path('preview', 'credit-note.nb.png'));
    const { width, height, rgba } = decodePng(png);
    for (let pixel = 0; pixel < width * 10; pixel += 1) rgba.set([0, 0, 0, 255], pixel * 4);
    writeFileSync(template.path('preview', 'credit-note.nb.png'), encodePng({ width, height, rgba }));
    writeFileSync(
      template.path('preview', 'lost.nb.txt'),
      readFileSync(template.path('preview', 'credit-note.nb.txt')),
    );
    const changed = await runInProcess([...credit, '--json', '--ci']);
    expect([changed.exitCode, JSON.parse(changed.stdout).templates[0].cases]).toEqual([
      1,
      [
        expect.objectContaining({
          name: 'credit-note.nb',
          outcome: 'different',
          differences: [],
          differingPixels: width * 10,
        }),
      ],
    ]);
    // A run over everything also looks at what lies there beyond the standard cases.
    const results = await runSnapshots({ template: template.folder, onCase: ({ name }) => seen.push(name) });
    expect(results.cases.at(-1)).toMatchObject({ name: 'lost.nb', outcome: 'gone' });
    expect(seen).toEqual(results.cases.map(({ name }) => name));
  }, 120_000);

  it('refuses what it cannot do', async () => {
    const both = await snapshot('--update', '--ci');
    expect([both.exitCode, both.stderr]).toEqual([2, expect.stringContaining('--ci never writes')]);
    const fixture = await runInProcess(['snapshot', template.folder, '--fixture', 'one-lin']);
    expect([fixture.exitCode, fixture.stderr]).toEqual([2, expect.stringContaining('Did you mean "one-line"?')]);
    const without = await runInProcess(['snapshot', '--fixture', 'one-lin']);
    expect([without.exitCode, without.stderr]).toEqual([2, expect.stringContaining('Did you mean "one-line"?')]);
    const port = await runInProcess(['preview', '--port', 'any']);
    expect([port.exitCode, port.stderr]).toEqual([2, expect.stringContaining('Unexpected --port any')]);
    const locale = await snapshot('--locale', 'xx');
    expect([locale.exitCode, locale.stderr]).toEqual([2, expect.stringContaining('Unexpected --locale xx')]);
    mkdirSync(template.path('preview'));
    writeFileSync(template.path('preview', 'one-line.nb.txt'), 'not a snapshot');
    const broken = await snapshot();
    expect([broken.exitCode, broken.stderr]).toEqual([4, expect.stringContaining('SNAPSHOT_UNREADABLE')]);
  });
});
