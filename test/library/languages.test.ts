import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EngineOptions } from '#dist/index.js';

const NORWAY = 'fixtures/one-line';
const FINLAND = 'fixtures/finland-b2b';
const closers: (() => unknown)[] = [];

afterAll(() => Promise.all(closers.map((close) => close())));

async function open(options: EngineOptions): Promise<Engine> {
  const engine = await createEngine(options);
  closers.push(() => engine.close());
  return engine;
}

function readBrand(folder: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  const { logo: _, ...brand } = JSON.parse(readFileSync(join(folder, 'brand.json'), 'utf8'));
  return { ...brand, ...change };
}

/** The folder's order, bought by somebody who lives elsewhere. */
function movedTo(country: string | undefined, folder = NORWAY): object {
  const source = JSON.parse(readFileSync(join(folder, 'source.json'), 'utf8'));
  const { session, transaction } = source;
  for (const address of [session.order.billing_address, transaction.billing_address]) {
    if (address === undefined || address === null) continue;
    if (country === undefined) delete address.country;
    else address.country = country;
  }
  return source;
}

function languageOf(engine: Engine, source: object): string | null {
  return engine.layOut(source).paged.language;
}

describe('the language of a document', () => {
  it.each([
    ['NO', 'nb'],
    ['SE', 'sv'],
    ['FI', 'fi'],
    ['DK', 'da'],
    ['DE', 'en'],
  ])('is that of a buyer in %s where nobody says another: %s', async (country, language) => {
    const engine = await open({ brand: readBrand(NORWAY, { locale: undefined }) });
    expect(languageOf(engine, movedTo(country))).toBe(language);
  });

  it('is that of the seller’s country where the source does not say where the buyer lives', async () => {
    const engine = await open({ brand: readBrand(FINLAND, { locale: undefined }) });
    expect(languageOf(engine, movedTo(undefined, FINLAND))).toBe('fi');
  });

  it('is the brand’s before the buyer’s, and the caller’s before either', async () => {
    const brand = readBrand(NORWAY, { locale: 'nn' });
    expect(languageOf(await open({ brand }), movedTo('SE'))).toBe('nn');
    expect(languageOf(await open({ brand, locale: 'en' }), movedTo('SE'))).toBe('en');
  });

  it('is found again by whoever proves the document', async () => {
    const engine = await open({ brand: readBrand(NORWAY, { locale: undefined }) });
    const source = movedTo('SE');
    const report = await engine.validate(engine.render(source).pdf, source, { strict: true, deadlineMs: 60_000 });
    expect(report.verdict).toBe('valid');
  });

  it('is refused where a template has no words for it, and only then', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'one-language-')), 'mine');
    closers.push(() => rmSync(folder, { recursive: true }));
    cpSync('templates/classic', folder, { recursive: true });
    const page = join(folder, 'invoice.hbs');
    writeFileSync(page, readFileSync(page, 'utf8').replace('<h1', '<p>{{label "greeting"}}</p><h1'));
    cpSync('templates/labels/nb.json', join(folder, 'labels/nb.json'), { recursive: true });
    const words = JSON.parse(readFileSync(join(folder, 'labels/nb.json'), 'utf8'));
    writeFileSync(join(folder, 'labels/nb.json'), JSON.stringify({ ...words, greeting: 'Hei' }));
    const engine = await open({ template: folder, brand: readBrand(NORWAY, { locale: undefined }) });
    expect(languageOf(engine, movedTo('NO'))).toBe('nb');
    expect(() => engine.layOut(movedTo('SE'))).toThrow(expect.objectContaining({ code: 'TEMPLATE_UNKNOWN_LABEL' }));
    copyFileSync(join(folder, 'labels/nb.json'), join(folder, 'labels/sv.json'));
    const both = await open({ template: folder, brand: readBrand(NORWAY, { locale: undefined }) });
    expect(languageOf(both, movedTo('SE'))).toBe('sv');
  });
});
