import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EngineOptions, listTemplates } from '#dist/index.js';
import type { PagedDocument, StructureElement } from '#dist/layout/index.js';

/** What a caller, a brand or the law adds to a document stands in each of the four designs, and only when it should. */
const DEADLINE_MS = 120_000;

const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

interface Case {
  readonly folder: string;
  readonly template: string;
  readonly brand?: Record<string, unknown>;
  readonly templateOptions?: Record<string, unknown>;
  readonly options?: EngineOptions;
  /** Changes the record. */
  readonly edit?: (source: string) => string;
}

/** The document's words in reading order, after it has been proven. */
async function print({
  folder,
  template,
  brand,
  templateOptions,
  options,
  edit = (text) => text,
}: Case): Promise<PagedDocument> {
  const source = edit(readFileSync(`fixtures/${folder}/source.json`, 'utf8'));
  const { logo: _, ...own } = JSON.parse(readFileSync(`fixtures/${folder}/brand.json`, 'utf8'));
  const engine = await createEngine({
    ...options,
    template,
    brand: { ...own, ...brand, template: { name: template, options: templateOptions ?? {} } },
  });
  engines.push(engine);
  const laidOut = engine.layOut(source);
  const report = await engine.validate(engine.paint(laidOut).pdf, source, {
    strict: true,
    rerender: false,
    deadlineMs: DEADLINE_MS,
  });
  expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return laidOut.paged;
}

function wordsOf({ pages }: PagedDocument): string {
  const texts = pages.flatMap(({ drawables }) => drawables.filter((drawable) => drawable.kind === 'text'));
  return texts
    .map(({ run }) => run.text)
    .join(' ')
    .replace(/\s+/g, ' ');
}

function factsOf({ pages }: PagedDocument): ReadonlySet<string> {
  const texts = pages.flatMap(({ drawables }) => drawables.filter((drawable) => drawable.kind === 'text'));
  return new Set(texts.map(({ mark }) => mark.fact).filter((fact) => fact !== null));
}

function rolesOf(element: StructureElement): string {
  const children = element.children.filter((child) => child.kind === 'structure').map(rolesOf);
  return children.length === 0 ? element.role : `${element.role}(${children.join(' ')})`;
}

describe.each(listTemplates())('%s', (template) => {
  const order: Case = { folder: 'one-line', template };

  it('says that it is a copy, has a note and comes with attachments, where the caller says so', async () => {
    const said = wordsOf(
      await print({ ...order, options: { copy: true, note: 'Timelisten ligger ved.', attachmentPages: 17 } }),
    );
    expect(said).toContain('Kopi');
    expect(said).toContain('Timelisten ligger ved.');
    expect(said).toMatch(/Vedlegg, sider 17\b/);
    const unsaid = wordsOf(await print(order));
    expect(unsaid).not.toMatch(/Kopi|Timelisten|Vedlegg/);
  });

  it('says that it is of a test account, unless the brand turns that off', async () => {
    const notice = 'Testdokument, gjelder ikke';
    const ofTest = (source: string) => source.replaceAll(/[PT]12345678/g, 'T12345678');
    const ofProduction = (source: string) => source.replaceAll(/[PT]12345678/g, 'P12345678');
    expect(wordsOf(await print({ ...order, edit: ofTest }))).toContain(notice);
    expect(wordsOf(await print({ ...order, edit: ofTest, brand: { testNotice: false } }))).not.toContain(notice);
    expect(wordsOf(await print({ ...order, edit: ofProduction }))).not.toContain(notice);
  });

  it('shows no VAT of a seller who is not registered, and says why', async () => {
    const paged = await print({ folder: 'not-vat-registered', template });
    expect([...factsOf(paged)].filter((fact) => /vat|^netTotal$|netAmount/i.test(fact))).toEqual([]);
    expect(wordsOf(paged)).toContain('ikke registrert i Merverdiavgiftsregisteret');
    expect(wordsOf(paged)).not.toMatch(/\bmva\b|\bMVA\b/);
  });

  it.each([
    ['norway', 'Kreditnota', 'Gjelder faktura'],
    ['sweden', 'Kreditfaktura', 'Avser faktura'],
    ['finland', 'Hyvityslasku', 'Hyvittää laskun'],
  ])('makes a credit note of %s without a payment block', async (country, title, original) => {
    const paged = await print({ folder: `credit-notes/${country}`, template, options: { kind: 'credit-note' } });
    const words = wordsOf(paged);
    expect(words).toContain(title);
    expect(words).toContain(original);
    const facts = factsOf(paged);
    expect(facts).toContain('originalInvoice');
    expect([...facts].filter((fact) => /^(?:kid|bban|iban|bic|payee|dueDate)$/.test(fact))).toEqual([]);
    expect(rolesOf(paged.structure)).not.toContain('Figure');
  });

  it('shows delivery, references, national VAT and exemptions where they are, and not where options say no', async () => {
    const paged = await print({ folder: 'said-by-caller', template, templateOptions: { grouping: true } });
    const words = wordsOf(paged);
    expect(words).toContain('Skulevegen 4');
    expect(words).toContain(', Sogndal');
    expect(words).toContain('4120');
    expect(words).toContain('11,4321');
    expect(words).toContain('merverdiavgiftsloven § 6-4');
    expect(words).toContain('merverdiavgiftsloven § 3-5');
    expect(words).toMatch(/Kaffe (?:127,27 )?146,36/);
    const facts = factsOf(paged);
    expect(facts).toContain('vatTotalNational');
    expect(facts).toContain('deliveryDate');
    expect(facts).toContain('buyerReference');
    const off = await print({
      folder: 'said-by-caller',
      template,
      templateOptions: { deliveryAddress: false, buyerReferences: false },
    });
    expect(wordsOf(off)).not.toMatch(/Skulevegen 4|Kostnadssted|Kaffe (?:127,27 )?146,36/);
    expect(factsOf(off)).not.toContain('buyerReference');
  });

  it('carries its sums from page to page, and proves them', async () => {
    const paged = await print({ folder: 'forty-lines', template, templateOptions: { carriedForward: true } });
    expect(factsOf({ ...paged, pages: paged.pages.slice(0, 1) })).toContain('carriedForward.1');
    expect(factsOf({ ...paged, pages: paged.pages.slice(1, 2) })).toContain('carriedForward.1');
  });

  it('names the document again on following pages, unless told not to', async () => {
    const headOf = (paged: PagedDocument) =>
      wordsOf({ ...paged, pages: paged.pages.slice(1, 2) }).includes('Fakturadato');
    expect(headOf(await print({ folder: 'forty-lines', template }))).toBe(true);
    expect(headOf(await print({ folder: 'forty-lines', template, templateOptions: { pageHeader: false } }))).toBe(
      false,
    );
  });
});

describe('consumer', () => {
  it('numbers its steps with labels that a screen reader knows as such', async () => {
    const { structure } = await print({ folder: 'one-line', template: 'consumer' });
    const steps = 'L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody))';
    expect(rolesOf(structure)).toContain(steps);
  });
});
