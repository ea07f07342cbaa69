import { type BasisPoints, type MinorUnits, sumMinor, vatInGross } from '../base/index.ts';
import { computeVat, listRatesInForce } from '../invoice/index.ts';
import type { PlacedDiscount } from './explain-order.ts';
import { spreadDiscounts } from './order-discounts.ts';
import type { RateContext, RatedLine } from './rated-line.ts';

/**
 * The national rate of all lines that state none, as the order's VAT amount tells it: the only rate under which the
 * order's VAT is that amount to the minor unit. Null where none or several are. An amount of zero tells nothing, because
 * the field is often left at zero.
 *
 * @param toLines every line of the order, those without a rate of their own at the rate given
 */
export function findCommonRate(
  toLines: (rateBps: BasisPoints) => readonly RatedLine[],
  discounts: readonly PlacedDiscount[],
  { country, date, orderVatMinor }: RateContext,
): BasisPoints | null {
  if (orderVatMinor === null || orderVatMinor === 0) return null;
  const [rate, ...others] = listRatesInForce(country, date).filter((rateBps) =>
    listVatSums(toLines(rateBps), discounts).includes(orderVatMinor),
  );
  return rate === undefined || others.length > 0 ? null : rate;
}

/** The VAT of an order as it is stated here, and rounded line by line as many shops do. */
function listVatSums(rated: readonly RatedLine[], discounts: readonly PlacedDiscount[]): readonly MinorUnits[] {
  const lines = [...rated, ...spreadDiscounts(discounts, rated)];
  const { subtotals } = computeVat(lines.map((line) => ({ grossMinor: line.amount, category: 'S', ...line })));
  return [
    sumMinor(subtotals.map(({ vatMinor }) => vatMinor)),
    sumMinor(lines.map(({ amount, rateBps }) => vatInGross(amount, rateBps))),
  ];
}
