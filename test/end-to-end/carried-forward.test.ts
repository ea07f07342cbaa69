import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createEngine } from '#dist/index.js';

const folder = mkdtempSync(join(tmpdir(), 'carried-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = JSON.parse(readFileSync('fixtures/forty-lines/source.json', 'utf8'));
const brand = JSON.parse(readFileSync('fixtures/forty-lines/brand.json', 'utf8'));

/** Renders forty lines with sums carried forward, by a copy of classic whose style sheet has changed. */
async function prove(name: string, change: (css: string) => string) {
  const template = join(folder, name);
  cpSync('templates/classic', template, { recursive: true });
  const style = join(template, 'style.css');
  writeFileSync(style, change(readFileSync(style, 'utf8')));
  const engine = await createEngine({
    template,
    brand: { ...brand, template: { name: template, options: { carriedForward: true } } },
  });
  const { pdf, invoice } = engine.render(source);
  const report = await engine.validate(pdf, source, { strict: true });
  await engine.close();
  return { report, invoice };
}

it('proves the sums that pages carry forward', async () => {
  const { report, invoice } = await prove('right', (css) => css);
  expect(report.findings).toEqual([]);
  expect(report.facts['carriedForward.1']).toBe('26 350,35');
  const first = invoice.lines.slice(0, 17).reduce((sum, line) => sum + line.grossMinor, 0);
  expect(first).toBe(2_635_035);
});

it('finds a page that carries forward what it has brought forward', async () => {
  const { report } = await prove('wrong', (css) => css.replace('string(carried, last)', 'string(carried, first)'));
  expect(report.verdict).toBe('invalid');
  expect(report.findings[0]).toMatchObject({ ruleId: 'fact-misprinted', field: 'carriedForward.1', page: 1 });
});

it('finds a sum without VAT beside it that is another', async () => {
  const { report } = await prove('net', (css) =>
    css.replace('string(carried-net, last)', 'string(carried-net, first)'),
  );
  expect(report.findings.map(({ ruleId }) => ruleId)).toContain('figure-unexplained');
});
