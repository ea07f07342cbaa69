import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { POINTS_PER_MM } from '#dist/base/index.js';
import { createEngine, type Engine } from '#dist/engine.js';
import type { PagedDocument, TextDrawable } from '#dist/layout/index.js';

/** The places below are measured from the design's comp, in mm from the paper's corner; y is the baseline. */
const TOLERANCE_MM = 0.5;

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

async function layOut(fixture: string): Promise<PagedDocument> {
  const engine = await createEngine({
    template: 'classic',
    brand: fileURLToPath(new URL(`${fixture}/brand.json`, FIXTURES)),
  });
  engines.push(engine);
  return engine.layOut(readFileSync(new URL(`${fixture}/source.json`, FIXTURES))).paged;
}

/** The first run of each print of a fact on a page, in mm. */
function find(
  paged: PagedDocument,
  fact: string,
  page = 0,
): readonly { x: number; y: number; right: number; size: number; weight: number }[] {
  const texts = paged.pages[page]?.drawables.filter((each): each is TextDrawable => each.kind === 'text') ?? [];
  return texts
    .filter(({ mark }, index) => mark.fact === fact && texts[index - 1]?.mark.fact !== fact)
    .map(({ x, y, run }) => ({
      x: x / POINTS_PER_MM,
      y: y / POINTS_PER_MM,
      right: (x + run.width) / POINTS_PER_MM,
      size: run.font.size,
      weight: run.font.face.weight,
    }));
}

describe('the first page is the comp’s', async () => {
  const paged = await layOut('classic-comp');
  test.each([
    ['buyer.name', 20, 52.12, 10.5, 400],
    ['invoiceDate', 155, 46.83, 9, 400],
    ['kind', 20, 93.93, 21, 400],
    ['dueDate', 155, 51.33, 9, 400],
    ['vat.1500.net', 53.2, 190.5, 8.5, 400],
    ['netTotal', 176.8, 182.56, 9.5, 400],
    ['line.1.description', 20, 126.21, 9.5, 400],
    ['line.9.description', 20, 171.19, 9.5, 400],
    ['payable', 20, 253.21, 13, 600],
    ['kid', 128, 253.21, 13, 600],
    ['bban', 89, 253.21, 13, 600],
    ['payee', 20, 264.85, 9, 400],
    ['iban', 89, 264.85, 9, 400],
    ['bic', 128, 264.85, 9, 400],
    ['seller.name', 20, 281.25, 7.5, 400],
    ['seller.organizationNumber', 70, 281.25, 7.5, 400],
  ])('%s stands at %d, %d mm in %d pt', (fact, x, y, size, weight) => {
    const [found] = find(paged, fact);
    expect(found).toMatchObject({ size, weight });
    expect(Math.abs((found?.x ?? 0) - x)).toBeLessThan(TOLERANCE_MM);
    expect(Math.abs((found?.y ?? 0) - y)).toBeLessThan(TOLERANCE_MM);
  });

  test.each([
    ['line.*.unitPrice', 124],
    ['line.*.netAmount', 149],
    ['line.*.vatRate', 164],
    ['line.*.amount', 190],
  ])('%s ends at %d mm in every row', (fact, right) => {
    for (let line = 1; line <= 9; line += 1) {
      expect(Math.abs((find(paged, fact.replace('*', String(line))).at(0)?.right ?? 0) - right)).toBeLessThan(
        TOLERANCE_MM,
      );
    }
  });

  test('quantities align on the comma', () => {
    const whole = find(paged, 'line.1.quantity').at(0)?.right ?? 0;
    const decimal = find(paged, 'line.8.quantity').at(0)?.right ?? 0;
    // Comma and one figure of Source Sans at 9.5 pt.
    expect(decimal - whole).toBeCloseTo((0.75 * 9.5) / POINTS_PER_MM, 1);
  });

  test('the address keeps to the safe field of a C5 window', () => {
    for (const fact of ['buyer.name', 'buyer.address']) {
      for (const { x, y, right } of find(paged, fact)) {
        expect(x).toBeGreaterThan(18);
        expect(right).toBeLessThan(101);
        expect(y).toBeGreaterThan(44);
        expect(y).toBeLessThan(65);
      }
    }
  });
});

describe('however many lines there are', () => {
  test.each([
    ['one-line', 1],
    ['classic-comp', 9],
    ['forty-lines', 40],
    ['five-hundred-lines', 500],
  ])('%s', async (fixture, count) => {
    const paged = await layOut(fixture);
    const last = paged.pages.length - 1;
    const everywhere = (fact: string) => paged.pages.flatMap((_, page) => find(paged, fact, page));

    // The payment block stands once, on page 1, in the giro's place.
    for (const fact of ['kid', 'bban', 'iban', 'bic', 'payee']) {
      expect(everywhere(fact)).toHaveLength(1);
      expect(find(paged, fact)).toHaveLength(1);
    }
    expect(find(paged, 'kid').at(0)?.y).toBeCloseTo(253, 0);
    // Every line once, in order.
    const positions = Array.from({ length: count }, (_, index) => everywhere(`line.${index + 1}.amount`).length);
    expect(positions).toEqual(Array.from({ length: count }, () => 1));
    // The totals stand on the last page and have rows with them.
    expect(find(paged, 'netTotal', last)).toHaveLength(1);
    const rows = Array.from({ length: count }, (_, index) => find(paged, `line.${index + 1}.amount`, last).length);
    expect(rows.filter((found) => found > 0).length).toBeGreaterThanOrEqual(Math.min(3, count));
    // Number, buyer and seller say on every page what it belongs to.
    for (const page of paged.pages.keys()) {
      expect(find(paged, 'invoiceNumber', page)).toHaveLength(1);
      expect(find(paged, 'buyer.name', page)).toHaveLength(1);
      expect(find(paged, 'seller.organizationNumber', page)).toHaveLength(1);
    }
  });
});
