import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, type Rendered } from '#dist/index.js';
import { dumpPages } from '#dist/layout/index.js';
import { listFixtures } from '../support/fixtures.ts';

/** A busy machine may take its time; how long reading may take is another test's affair. */
const deadlineMs = 60_000;
const fixtures = listFixtures();
const engines: Engine[] = [];
const rendered = new Map<string, Rendered>();

async function openEngine(brand: string | undefined): Promise<Engine> {
  const engine = await createEngine({ brand });
  engines.push(engine);
  return engine;
}

afterAll(() => Promise.all(engines.map((engine) => engine.close())));

describe.each(fixtures)('fixture $name', ({ name, folder, source, brandFile }) => {
  it('gives the model and the pages that were approved', async () => {
    const engine = await openEngine(brandFile);
    const { invoice, paged } = engine.layOut(source);
    expect(`${JSON.stringify(invoice, null, 2)}\n`).toBe(readFileSync(join(folder, 'model.json'), 'utf8'));
    expect(dumpPages(paged)).toBe(readFileSync(join(folder, 'pages.txt'), 'utf8'));
  });

  it('gives a document that is proven, and the same bytes again', async () => {
    const engine = await openEngine(brandFile);
    const first = engine.render(source);
    rendered.set(name, first);
    expect(engine.render(source).sha256).toBe(first.sha256);
    const report = await engine.validate(first.pdf, source, { strict: true, deadlineMs });
    expect(report.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(report.verdict).toBe('valid');
    expect(Object.keys(report.facts)).toEqual(expect.arrayContaining(['payable', 'kid', 'invoiceNumber', 'dueDate']));
  });
});

/** What two different sources are bound to differ in, as every fixture has an invoice number of its own. */
const TELLING = 'invoiceNumber';

describe('a document held against another session', () => {
  it.each(fixtures)('$name is told apart from its neighbour', async ({ name }) => {
    const at = fixtures.findIndex((fixture) => fixture.name === name);
    const neighbour = fixtures[(at + 1) % fixtures.length];
    const document = rendered.get(name);
    if (neighbour === undefined || document === undefined) throw new Error('no neighbour or no document');
    const engine = await openEngine(neighbour.brandFile);
    const report = await engine.validate(document.pdf, neighbour.source, { deadlineMs });
    expect(report.verdict).toBe('invalid');
    expect(report.findings.map((finding) => finding.field)).toContain(TELLING);
  });
});
