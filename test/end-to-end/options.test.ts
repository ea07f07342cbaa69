import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEngine, listTemplates } from '#dist/index.js';
import { LOCALES, loadTemplate } from '#dist/template/index.js';
import { fixtureNamed } from '../support/fixtures.ts';

/** Long reading is the machine's affair, not the document's. */
const DEADLINE_MS = 120_000;

function optionsOf(template: string) {
  const { options } = loadTemplate(template).manifest;
  return fc.record(
    Object.fromEntries(Object.entries(options).map(([name, { values }]) => [name, fc.constantFrom(...values)])),
  );
}

test.each(listTemplates())(
  'whatever its options and its language, %s says what its session says',
  async (template) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('said-by-caller', 'finland-b2b', 'sweden-bankgiro', 'not-vat-registered', 'forty-lines'),
        fc.constantFrom(...LOCALES),
        optionsOf(template),
        async (name, locale, chosen) => {
          const { source, brandFile } = fixtureNamed(name);
          const brand = JSON.parse(readFileSync(brandFile ?? '', 'utf8'));
          const engine = await createEngine({
            brand: { ...brand, logo: undefined, template: { name: template, options: chosen } },
            locale,
          });
          try {
            const { pdf } = engine.render(source);
            const report = await engine.validate(pdf, source, { strict: true, deadlineMs: DEADLINE_MS });
            expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
          } finally {
            await engine.close();
          }
        },
      ),
      { numRuns: 6, seed: 20_261_127 },
    );
  },
  300_000,
);
