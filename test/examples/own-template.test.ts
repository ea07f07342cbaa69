import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#dist/index.js';
import { lintTemplate, loadTemplate } from '#dist/template/index.js';

const TEMPLATE = 'examples/own-template';

/** The example of a merchant's template works as its README and docs/templates.md say, for each country and kind of order. */
describe('a merchant’s own template', () => {
  test('is clean', () => {
    expect(lintTemplate(loadTemplate(TEMPLATE))).toEqual([]);
  });

  test.each([
    ['classic-comp', 'nb'],
    ['forty-lines', 'nn'],
    ['sweden-b2b', 'sv'],
    ['finland-b2b', 'fi'],
    ['gift-card-order', 'da'],
    ['rounding-line', 'en'],
  ])('prints %s in %s, proven and without a doubt about the page', async (fixture, locale) => {
    const source = readFileSync(`fixtures/${fixture}/source.json`);
    const { template, logo, ...brand } = JSON.parse(readFileSync(`fixtures/${fixture}/brand.json`, 'utf8'));
    const engine = await createEngine({ template: TEMPLATE, brand, locale });
    const { pdf } = engine.render(source);
    const report = await engine.validate(pdf, source, { strict: true, deadlineMs: 60_000 });
    await engine.close();
    expect(report.findings.filter(({ channel }) => channel !== 'source')).toEqual([]);
    expect(report.verdict).toBe('valid');
  });
});
