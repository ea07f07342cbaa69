import fc from 'fast-check';
import { Fault } from '../base/index.ts';
import { findFixture, loadFixtures } from '../snapshot/index.ts';
import { COUNTRIES, type MadeUpOrder, makeOrder } from './make-order.ts';
import { renderPreview } from './render-preview.ts';

export interface RandomOrdersOptions {
  /** Name or folder of the template. */
  readonly template: string;
  /** Path of a brand file or its content, instead of one of the order's country. */
  readonly brand?: string | object | undefined;
  readonly locale?: string | undefined;
  /** How many orders. Default 25. */
  readonly count?: number | undefined;
  /** The same seed gives the same orders. Default 1, so that a test says the same every day. */
  readonly seed?: number | undefined;
  /** Most lines that an order has. Default 30. */
  readonly maxLines?: number | undefined;
}

/**
 * Renders and proves orders by chance: countries, rates, quantities, amounts, names and descriptions. Throws for the first
 * one that is refused or does not match, with the smallest order that still does so and the seed to find it again.
 */
export async function checkRandomOrders(options: RandomOrdersOptions): Promise<void> {
  const { count = 25, seed = 1, maxLines = 30 } = options;
  const fixtures = loadFixtures();
  const property = fc.asyncProperty(anyOrder(maxLines), async (order) => {
    const fixture = findFixture(fixtures, COUNTRIES[order.country].fixture);
    const source = makeOrder(order, fixture.source);
    const { template, locale } = options;
    const brand = options.brand ?? fixture.brand;
    const { report } = await renderPreview({ template, brand, locale: locale ?? fixture.locale, source }).catch(
      explain,
    );
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(errors.map(({ message, ruleId }) => `${message} (${ruleId})`).join('\n'));
  });
  await fc.assert(property, { numRuns: count, seed, includeErrorInReport: true });
}

/** Faults are printed by their code too, which their message alone does not say. */
function explain(error: unknown): never {
  if (error instanceof Fault) throw new Error(`${error.message} (${error.code})`, { cause: error });
  throw error;
}

const WORDS = [
  ...['Kaffe', 'Espresso, hele bønner', 'Søm & reparasjon', 'Höj- och sänkbart skrivbord', 'Kahvipaahdin', 'Frakt'],
  ...['Čáhci', 'Übergröße', 'Papir 80 g/m²', '½ palle', 'Bok: «Kaffens historie»', 'Konsulenttimer', 'Rødt lys'],
  ...['Supercalifragilistisk-ekspialidosisk-monteringssett', '10 % ekstra', 'Del nr. KVERN-7781/B', 'Ärende 2026-11'],
] as const;

const BUYERS = [
  'Ås & Sønner AS',
  'A',
  'Fjellheim Folkehøgskole',
  'Kiinteistö Oy Äänekosken Torikatu 5 B 12 Isännöinti',
] as const;

/** Orders within what Dintero takes: at least one line, amounts above zero, each rate one of the country's. */
function anyOrder(maxLines: number): fc.Arbitrary<MadeUpOrder> {
  return fc.constantFrom('NO' as const, 'SE' as const, 'FI' as const).chain((country) =>
    fc.record({
      country: fc.constant(country),
      buyer: fc.constantFrom(...BUYERS),
      reference: fc.integer({ min: 1, max: 99_999_999 }).map((number) => `R-${number}`),
      lines: fc.array(anyLine(COUNTRIES[country].rates), { minLength: 1, maxLength: maxLines }),
    }),
  );
}

function anyLine(rates: readonly number[]): fc.Arbitrary<MadeUpOrder['lines'][number]> {
  return fc.record({
    description: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    quantity: fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constantFrom(0.5, 1.25, 2.75, 12.5)),
    unit: fc.constantFrom('stk', 'kg', 'time', null),
    grossMinor: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 100, max: 99_999_999 })),
    ratePercent: fc.constantFrom(...rates),
  });
}
