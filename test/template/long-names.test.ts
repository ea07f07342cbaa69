import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { POINTS_PER_MM } from '#dist/base/index.js';
import { createEngine, type Engine, listTemplates } from '#dist/index.js';
import type { Drawable, TextDrawable } from '#dist/layout/index.js';

/** From the baseline of the last line down to the ink of what follows. */
const LEAST_GAP_MM = 4;

const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

const LONG_BUYER = {
  business_name:
    'Stiftelsen Nord-Gudbrandsdal Interkommunale Opplærings- og Kompetansesenter for Restaurantfag og Matforedling SA',
  first_name: 'Wilhelmina Alexandrine',
  last_name: 'Christophersen-Løvenskiold',
  co_address: 'c/o Fakturamottak for de interkommunale selskapene i Nord-Gudbrandsdalen',
  address_line: 'Kommandørkaptein Christophersens plass 117 B, oppgang 3',
  postal_place: 'Nord-Gudbrandsdal og omegn',
};

test('consumer keeps its answers clear of its foot where an IBAN is as long as Sweden’s', async () => {
  const { template: _, ...brand } = JSON.parse(readFileSync('fixtures/sweden-bankgiro/brand.json', 'utf8'));
  const engine = await createEngine({ template: 'consumer', brand });
  engines.push(engine);
  const [page] = engine.layOut(readFileSync('fixtures/sweden-bankgiro/source.json')).paged.pages;
  const texts = (page?.drawables ?? []).filter((each): each is TextDrawable => each.kind === 'text');
  const answers = Math.max(...texts.filter(({ mark }) => mark.fact === 'bic').map(({ y }) => y));
  const foot = Math.min(...texts.filter(({ y }) => y > answers + 1).map(topOf));
  expect((foot - answers) / POINTS_PER_MM).toBeGreaterThan(LEAST_GAP_MM);
});

test.each(listTemplates())('%s keeps clear of an address of ten lines', async (template) => {
  const source = JSON.parse(readFileSync('fixtures/one-line/source.json', 'utf8'));
  for (const address of [source.session.order.billing_address, source.transaction.billing_address]) {
    Object.assign(address ?? {}, LONG_BUYER);
  }
  const { template: _, logo: __, ...brand } = JSON.parse(readFileSync('fixtures/one-line/brand.json', 'utf8'));
  const engine = await createEngine({ template, brand });
  engines.push(engine);
  const [page] = engine.layOut(source).paged.pages;
  const drawables = page?.drawables ?? [];
  const texts = drawables.filter((each): each is TextDrawable => each.kind === 'text');
  const bottom = Math.max(...texts.filter(({ mark }) => mark.fact === 'buyer.address').map(({ y }) => y));
  const tops = drawables.map(topOf).filter((top) => top > bottom);
  // Seven lines of address at the least, or this says nothing.
  expect(new Set(texts.filter(({ mark }) => mark.fact?.startsWith('buyer.')).map(({ y }) => y)).size).toBeGreaterThan(
    6,
  );
  expect((Math.min(...tops) - bottom) / POINTS_PER_MM).toBeGreaterThan(LEAST_GAP_MM);
});

/** Where its ink begins, a text's at the height of its capitals. */
function topOf(drawable: Drawable): number {
  switch (drawable.kind) {
    case 'text':
      return drawable.y - 0.7 * drawable.run.font.size;
    case 'rectangle':
      return drawable.box.y;
    default:
      return Number.POSITIVE_INFINITY;
  }
}
