import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lintTemplate, loadTemplate, parseBrand, prepareTemplate } from '#dist/template/index.js';
import { SAMPLE_BRAND, sampleInvoice } from './sample-invoice.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'template-')), 'mine');
});
afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const manifest = (changes: object = {}) =>
  JSON.stringify({ extends: 'classic', name: 'mine', version: '2.0.0', description: 'Ours.', ...changes });

function print(): string {
  const brand = parseBrand(SAMPLE_BRAND, { file: 'brand.json' });
  const prepared = prepareTemplate(loadTemplate(folder), { brand, hasLogo: false, locale: 'nb' });
  return prepared.toHtml(prepared.toView(sampleInvoice()));
}

describe('a template that extends another', () => {
  test('takes everything from there, under its own name', () => {
    write({ 'template.json': manifest() });
    const mine = loadTemplate(folder);
    const classic = loadTemplate('classic');
    expect([mine.name, mine.version]).toEqual(['mine', '2.0.0']);
    expect([mine.manifest.fonts, mine.manifest.options]).toEqual([classic.manifest.fonts, classic.manifest.options]);
    expect(mine.styleSheets).toEqual(classic.styleSheets);
    expect(lintTemplate(mine)).toEqual([]);
    expect(print()).toContain('data-fact="kid"');
  });

  test('changes one block, and adds a rule or two', () => {
    write({
      'template.json': manifest(),
      'partials/running.hbs': '<p>Vår egen bunn, {{seller.name}}</p>',
      'style.css': 'h1 { font-size: 30pt }',
    });
    expect(print()).toContain('Vår egen bunn, Fjord Kaffe AS');
    expect(loadTemplate(folder).styleSheets.map(({ name }) => name)).toEqual(['classic/style.css', 'mine/style.css']);
  });

  test('is told what its own block leaves out, and which file of its own nothing includes', () => {
    write({ 'template.json': manifest(), 'partials/payment.hbs': '<p>Betal!</p>', 'partials/extra.hbs': 'x' });
    expect(lintTemplate(loadTemplate(folder)).map(({ code }) => code)).toEqual([
      'TEMPLATE_MISSING_FACT',
      'TEMPLATE_UNUSED_PARTIAL',
    ]);
  });

  test('refuses one that is not there, with the nearest that is', () => {
    write({ 'template.json': manifest({ extends: 'clasic' }) });
    expect(() => loadTemplate(folder)).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_MANIFEST', path: 'extends', hint: 'Did you mean "classic"?' }),
    );
  });
});
