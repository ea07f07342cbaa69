import { allocate, type BasisPoints, sumMinor } from '../base/index.ts';
import type { PlacedDiscount } from './explain-order.ts';
import type { RatedLine } from './rated-line.ts';

const ONE = { units: 1, scale: 0 } as const;

/**
 * A discount on the whole order as lines: it lowers the base of every rate in proportion, so it becomes one line for
 * each rate that the order sells at.
 */
export function spreadDiscounts(
  discounts: readonly PlacedDiscount[],
  lines: readonly RatedLine[],
): readonly RatedLine[] {
  const bases = toBases(lines);
  return discounts.flatMap(({ discount, path, amount }) => {
    const parts = allocate(
      -amount,
      bases.map(([, grossMinor]) => grossMinor),
    );
    return bases.flatMap(([rateBps], index): RatedLine[] => {
      const part = parts[index] ?? 0;
      if (part === 0) return [];
      const description = discount.description || discount.discount_id || discount.discount_type;
      const item = { description, amount: part };
      return [{ item, path, kind: 'discount', amount: part, quantity: ONE, rateBps, givenVatMinor: null }];
    });
  });
}

/** What is sold at each rate, highest rate first; a rate with nothing left to discount takes no part. */
function toBases(lines: readonly RatedLine[]): readonly (readonly [rateBps: BasisPoints, grossMinor: number])[] {
  const rates = [...new Set(lines.map((line) => line.rateBps))].toSorted((a, b) => b - a);
  const bases = rates.map((rateBps) => {
    const ofRate = lines.filter((line) => line.rateBps === rateBps);
    return [rateBps, sumMinor(ofRate.map((line) => line.amount))] as const;
  });
  return bases.filter(([, grossMinor]) => grossMinor > 0);
}
