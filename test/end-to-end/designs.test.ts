import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine, listTemplates } from '#dist/index.js';
import { LOCALES } from '#dist/template/index.js';
import { listFixtures } from '../support/fixtures.ts';

/** Long ones say nothing about words; `npm run prove:designs` has them all. */
const fixtures = listFixtures().filter(({ name, source }) => name !== 'five-hundred-lines' && source.length < 60_000);

/** Every template in every language, the fixtures dealt out among them; the whole product is a script of its own. */
const cases = [
  ...listTemplates().flatMap((template, row) =>
    LOCALES.map((locale, column) => toCase(template, locale, (row * LOCALES.length + column) % fixtures.length)),
  ),
  // Article numbers that are longer than their column, and details with figures in them.
  toCase('compact', 'nb', indexOf('consumer-norway')),
  toCase('consumer', 'nb', indexOf('consumer-comp')),
];

function toCase(template: string, locale: string, at: number) {
  const fixture = fixtures[at];
  if (fixture === undefined) throw new Error(`no fixture ${at}`);
  return { template, locale, ...fixture };
}

function indexOf(name: string): number {
  return fixtures.findIndex((fixture) => fixture.name === name);
}

describe('every template in every language', () => {
  test.each(cases)('$template in $locale prints $name without a finding', async ({ template, locale, ...fixture }) => {
    const brand = fixture.brandFile === undefined ? undefined : readBrand(fixture.brandFile);
    const engine = await createEngine({ template, brand, locale });
    const { pdf } = engine.render(fixture.source);
    const report = await engine.validate(pdf, fixture.source, { strict: true, deadlineMs: 60_000 });
    await engine.close();
    expect(report.findings.filter(({ channel, severity }) => channel !== 'source' && severity === 'error')).toEqual([]);
    expect(report.verdict).toBe('valid');
  });
});

/** A fixture's brand without its own template's options and logo, which are relative to its folder. */
function readBrand(file: string): object {
  const { template, logo, ...brand } = JSON.parse(readFileSync(file, 'utf8'));
  return brand;
}
