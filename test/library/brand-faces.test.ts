import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { createEngine, type Engine, type EngineOptions, listTemplates } from '#dist/index.js';
import { FACES, listFamilies, loadTemplate } from '#dist/template/index.js';

const FIXTURE = 'fixtures/finland-b2b';
const source = readFileSync(join(FIXTURE, 'source.json'));
const closers: (() => unknown)[] = [];

afterAll(() => Promise.all(closers.map((close) => close())));

async function open(options: EngineOptions): Promise<Engine> {
  const engine = await createEngine(options);
  closers.push(() => engine.close());
  return engine;
}

function brandWith(faces: Record<string, string>): object {
  const { logo: _, template: __, ...brand } = JSON.parse(readFileSync(join(FIXTURE, 'brand.json'), 'utf8'));
  return { ...brand, faces };
}

/** The families of a document, and those that its title is set in. */
function familiesOf(engine: Engine): { all: Set<string>; title: Set<string> } {
  const texts = engine
    .layOut(source)
    .paged.pages.flatMap(({ drawables }) => drawables.filter((drawable) => drawable.kind === 'text'));
  const number = texts.filter(({ mark }) => mark.fact === 'kind');
  const families = (some: typeof texts) => new Set(some.map(({ run }) => run.font.face.family));
  return { all: families(texts), title: families(number) };
}

test('a brand chooses among the families of the package, but for the monospaced one', () => {
  const fonts: { family: string }[] = JSON.parse(readFileSync('fonts/fonts.json', 'utf8')).fonts;
  const bundled = new Set(fonts.map(({ family }) => family));
  bundled.delete('IBM Plex Mono');
  expect(new Set(FACES)).toEqual(bundled);
});

describe.each(listTemplates())('%s', (template) => {
  it('is set in the faces that the brand chose, and proven in them', async () => {
    const engine = await open({ template, brand: brandWith({ text: 'Figtree', title: 'Source Serif 4' }) });
    const { all, title } = familiesOf(engine);
    expect([...title]).toEqual(['Source Serif 4']);
    const own = template === 'compact' ? ['IBM Plex Sans Condensed'] : [];
    expect([...all].toSorted()).toEqual(['Figtree', ...own, 'Source Serif 4'].toSorted());
    const report = await engine.validate(engine.render(source).pdf, source, { strict: true, deadlineMs: 60_000 });
    expect(report.verdict).toBe('valid');
  });

  it('keeps its own faces where the brand says none', async () => {
    const own = loadTemplate(template);
    const { all } = familiesOf(await open({ template, brand: brandWith({}) }));
    expect([...all].filter((family) => !listFamilies(own, null).includes(family))).toEqual([]);
  });

  it.each(FACES)('has room for all of it in %s', async (family) => {
    const engine = await open({ template, brand: brandWith({ text: family, title: family }) });
    expect(familiesOf(engine).all).toContain(family);
  });
});

describe('a face that the brand chose', () => {
  it('gives way to the template’s own for letters that it lacks', async () => {
    const engine = await open({ template: 'modern', brand: brandWith({ text: 'Source Serif 4' }) });
    const order = JSON.parse(String(source));
    order.session.order.billing_address.business_name = 'Mearrasámi Ŧŧ Oy';
    const texts = engine
      .layOut(order)
      .paged.pages.flatMap(({ drawables }) =>
        drawables.filter((drawable) => drawable.kind === 'text' && drawable.mark.fact === 'buyer.name'),
      );
    const families = texts.flatMap((text) => (text.kind === 'text' ? [text.run.font.face.family] : []));
    expect(new Set(families)).toEqual(new Set(['Source Serif 4', 'Inter']));
  });

  it('is refused by a template that does not ask for it', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'own-faces-')), 'mine');
    closers.push(() => rmSync(folder, { recursive: true }));
    cpSync('templates/modern', folder, { recursive: true });
    const style = join(folder, 'style.css');
    writeFileSync(style, readFileSync(style, 'utf8').replaceAll('var(--face-title)', '"Inter"'));
    const options = { template: folder, brand: brandWith({ title: 'Figtree' }) };
    await expect(createEngine(options)).rejects.toThrow(
      expect.objectContaining({ code: 'TEMPLATE_FACE', path: 'faces.title' }),
    );
    await open({ template: folder, brand: brandWith({ text: 'Figtree' }) });
  });
});
