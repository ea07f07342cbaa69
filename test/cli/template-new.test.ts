import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lintTemplate, loadTemplate } from '#dist/template/index.js';
import { runFakturapress } from '../support/command-line.ts';

const cwd = mkdtempSync(join(tmpdir(), 'template-new-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('template new', () => {
  it('copies a template that works, under its own name', async () => {
    const run = await runFakturapress(['template', 'new', 'mine', '--from', 'classic', '--json'], { cwd });
    expect([run.exitCode, JSON.parse(run.stdout)]).toEqual([
      0,
      expect.objectContaining({ name: 'mine', from: 'classic' }),
    ]);
    const folder = join(cwd, 'mine');
    expect(readdirSync(folder).toSorted()).toEqual(['invoice.hbs', 'partials', 'style.css', 'template.json']);
    expect(JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8'))).toMatchObject({
      name: 'mine',
      version: '1.0.0',
    });
    expect(lintTemplate(loadTemplate(folder))).toEqual([]);
  });

  it.each([
    ['a folder that is there', ['template', 'new', 'mine'], 6],
    ['a name that no template may have', ['template', 'new', '../mine'], 2],
    ['a template that is not there', ['template', 'new', 'other', '--from', 'clasic'], 4],
  ])('refuses %s', async (_name, words, exitCode) => {
    expect((await runFakturapress(words, { cwd })).exitCode).toBe(exitCode);
  });
});
