import { type Decimal, type MinorUnits, powerOfTen, scaleRounded } from '../base/index.ts';
import { invoiceFaults } from './faults.ts';
import type { Discount } from './invoice.ts';

/** Every unit price shows at least øre, öre or cents. */
const MIN_DECIMALS = 2;

/**
 * The most decimals a unit price is printed with. A step of the last decimal moves the line by less than a minor unit
 * for quantities up to 10^8, so below that a price always exists.
 */
export const MAX_UNIT_PRICE_DECIMALS = 10;

/** Minor digits of every currency in use, see `CURRENCY_DIGITS`. */
const MINOR_DIGITS = 2;

/**
 * The unit price in the major unit with the fewest decimals, two at least, such that `round(quantity × price)` is the
 * line amount; of several with as many decimals the nearest to the exact quotient. `149.95 × 3` stays two decimals,
 * `100.00 / 3` becomes `33.333`, because three times 33.33 is 99.99.
 *
 * @param lineMinor the line before discount: net for a net price, gross for a gross price
 * @throws QUANTITY_ZERO for an amount without quantity, UNIT_PRICE_INEXACT where ten decimals do not do
 */
export function findUnitPrice(lineMinor: MinorUnits, quantity: Decimal, path?: string): Decimal {
  if (lineMinor === 0) return { units: 0, scale: MIN_DECIMALS };
  if (quantity.units === 0) {
    throw invoiceFaults.QUANTITY_ZERO({
      message: `Unexpected quantity 0 of a line over ${lineMinor} minor units, expected another quantity`,
      path,
    });
  }
  for (let scale = MIN_DECIMALS; scale <= MAX_UNIT_PRICE_DECIMALS; scale += 1) {
    const price = divideToScale(lineMinor, quantity, scale);
    if (price !== null && multiplyPrice(quantity, price) === lineMinor) return price;
  }
  throw invoiceFaults.UNIT_PRICE_INEXACT({
    message:
      `Unexpected quantity ${Number(`${quantity.units}e-${quantity.scale}`)} of a line over ${lineMinor} minor units, ` +
      `expected a unit price of at most ${MAX_UNIT_PRICE_DECIMALS} decimals to give that amount`,
    path,
  });
}

/** A line whose VAT is settled. */
export interface PricedLine {
  readonly netMinor: MinorUnits;
  readonly grossMinor: MinorUnits;
  readonly quantity: Decimal;
  readonly discount: Pick<Discount, 'netMinor' | 'grossMinor'> | null;
}

/** Both unit prices of a line, before its discount: times the quantity, less the discount, they give the line. */
export function findUnitPrices(line: PricedLine, path?: string): { readonly net: Decimal; readonly gross: Decimal } {
  const { netMinor, grossMinor, quantity, discount } = line;
  return {
    net: findUnitPrice(netMinor + (discount?.netMinor ?? 0), quantity, path),
    gross: findUnitPrice(grossMinor + (discount?.grossMinor ?? 0), quantity, path),
  };
}

/** `round(quantity × price)` in minor units, half away from zero: what a reader with a calculator gets. */
export function multiplyPrice(quantity: Decimal, price: Decimal): MinorUnits {
  return scaleRounded(quantity.units, price.units, powerOfTen(quantity.scale + price.scale - MINOR_DIGITS));
}

/**
 * The exact quotient rounded to a scale, null where it leaves the safe integers. Where any price of that scale gives the
 * line, the nearest does: a step that is small enough for one to fall within half a minor unit leaves the nearest no
 * further away.
 */
function divideToScale(lineMinor: MinorUnits, quantity: Decimal, scale: number): Decimal | null {
  const signed = quantity.units < 0 ? -lineMinor : lineMinor;
  const divisor = Math.abs(quantity.units);
  const factor = powerOfTen(scale + quantity.scale - MINOR_DIGITS);
  if (Math.abs(lineMinor) * (factor / divisor) > Number.MAX_SAFE_INTEGER / 2) return null;
  return { units: scaleRounded(signed, factor, divisor), scale };
}
