import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { POINTS_PER_MM } from '#dist/base/index.js';
import { createCascade, parseHtml } from '#dist/document/index.js';
import { createEngine, type Engine } from '#dist/engine.js';
import { layOutDocument, type PagedDocument, type TextDrawable } from '#dist/layout/index.js';
import { context } from '../layout/support.ts';

/**
 * Each template beside the designer's comp, on a fixture that has the comp's order: every group stands where the comp has
 * it, in its size and weight. What differs on purpose is named here with the reason.
 */
const TOLERANCE_MM = 1;
const TOLERANCE_PT = 0.5;

const COMPS = new URL('../layout/comps/', import.meta.url);
const FIXTURES = new URL('../../fixtures/', import.meta.url);

const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  modern: {
    deliveryDate: 'an order without shipping has no delivery day',
    orderReference: 'one row higher without it',
    buyerReference: 'one row higher without it',
    'buyer.organizationNumber': 'one row higher without it',
  },
  compact: {
    deliveryDate: 'an order without shipping has no delivery day',
    orderReference: 'one row higher without it',
    buyerReference: 'one row higher without it',
    'buyer.organizationNumber': 'one row higher without it',
    'carriedForward.2': 'what comes over from page 1 has the name of page 1',
  },
  consumer: {
    'line.4.vatRate': 'the word stands before the rate',
  },
};

interface Print {
  readonly page: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
}

interface Difference {
  readonly fact: string;
  /** Where the comp has it, and where the template has what is nearest; undefined where it has none. */
  readonly print: Print;
  readonly match: Print | undefined;
}

const engines: Engine[] = [];
afterAll(() => Promise.all(engines.map((engine) => engine.close())));

describe.each(['modern', 'compact', 'consumer'])('%s lies on its comp', async (name) => {
  const comp = findPrints(
    layOutDocument(
      createCascade([]).style(
        parseHtml(readFileSync(new URL(`${name}.html`, COMPS), 'utf8'), { file: `${name}.html` }),
      ),
      context,
    ),
  );
  const engine = await createEngine({ brand: fileURLToPath(new URL(`${name}-comp/brand.json`, FIXTURES)) });
  engines.push(engine);
  const own = findPrints(engine.layOut(readFileSync(new URL(`${name}-comp/source.json`, FIXTURES))).paged);

  test('every fact of the comp, in its place, size and weight', () => {
    const differences = [...comp].flatMap(([fact, prints]) => {
      const nearest = prints.map((print) => ({ print, match: findNearest(print, own.get(fact) ?? []) }));
      return nearest.flatMap(({ print, match }) => describeDifference(fact, print, match));
    });
    const explained = Object.keys(EXPLAINED[name] ?? {});
    expect(differences.filter(({ fact }) => !explained.includes(fact))).toEqual([]);
    // An explanation that nothing needs any more goes.
    expect(explained.filter((fact) => !differences.some((difference) => difference.fact === fact))).toEqual([]);
  });

  test('has enough of them for the comparison to say something', () => {
    expect(comp.size).toBeGreaterThan(40);
  });
});

/** Where each fact is printed, its runs joined, in mm from the paper's corner; y is the baseline. */
function findPrints(paged: PagedDocument): ReadonlyMap<string, readonly Print[]> {
  const prints = new Map<string, Print[]>();
  for (const [page, { drawables }] of paged.pages.entries()) {
    const texts = drawables.filter((each): each is TextDrawable => each.kind === 'text');
    for (const [index, { mark, x, y, run }] of texts.entries()) {
      if (mark.fact === null) continue;
      const right = (x + run.width) / POINTS_PER_MM;
      const list = prints.get(mark.fact) ?? [];
      const before = list.at(-1);
      const { size, face } = run.font;
      const goesOn = texts[index - 1]?.mark.fact === mark.fact && before?.page === page;
      if (goesOn && before !== undefined) list[list.length - 1] = { ...before, right: Math.max(before.right, right) };
      else list.push({ page, x: x / POINTS_PER_MM, right, y: y / POINTS_PER_MM, size, weight: face.weight });
      prints.set(mark.fact, list);
    }
  }
  return prints;
}

function findNearest(print: Print, candidates: readonly Print[]): Print | undefined {
  return candidates.toSorted((a, b) => distanceOf(print, a) - distanceOf(print, b))[0];
}

/** Words are held by where they begin, figures by where they end, whichever is nearer. */
function distanceOf(a: Print, b: Print): number {
  const across = Math.min(Math.abs(a.x - b.x), Math.abs(a.right - b.right));
  return a.page === b.page ? Math.max(across, Math.abs(a.y - b.y)) : Number.POSITIVE_INFINITY;
}

function describeDifference(fact: string, print: Print, match: Print | undefined): Difference[] {
  if (match === undefined) return [{ fact, print, match }];
  const agrees =
    distanceOf(print, match) <= TOLERANCE_MM &&
    Math.abs(print.size - match.size) <= TOLERANCE_PT &&
    print.weight === match.weight;
  return agrees ? [] : [{ fact, print, match }];
}
