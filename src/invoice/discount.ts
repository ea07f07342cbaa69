import { type BasisPoints, type MinorUnits, vatInGross, WHOLE_BPS } from '../base/index.ts';
import type { Discount } from './invoice.ts';

/** A line and what was taken off it. */
export interface DiscountedLine {
  /** Taken off, VAT included; positive. */
  readonly discountMinor: MinorUnits;
  /** What is left, VAT included. */
  readonly grossMinor: MinorUnits;
  readonly rateBps: BasisPoints;
  readonly description: string | null;
}

/** The discount of a line with its net amount and, where it comes out even, the percentage it is. */
export function toDiscount({ discountMinor, grossMinor, rateBps, description }: DiscountedLine): Discount {
  return {
    grossMinor: discountMinor,
    netMinor: discountMinor - vatInGross(discountMinor, rateBps),
    percentBps: toExactShare(discountMinor, discountMinor + grossMinor),
    description,
  };
}

/** The share in basis points, null where it has more decimals: a printed 33,33 % of 100,00 would be a wrong figure. */
function toExactShare(part: MinorUnits, whole: MinorUnits): BasisPoints | null {
  if (whole <= 0 || part > whole) return null;
  const scaled = BigInt(part) * BigInt(WHOLE_BPS);
  return scaled % BigInt(whole) === 0n ? Number(scaled / BigInt(whole)) : null;
}
