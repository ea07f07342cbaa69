import { type BasisPoints, divideRounded, type MinorUnits, vatInGross, WHOLE_BPS } from '../base/index.ts';
import type { Discount } from './invoice.ts';

/** A line and what was taken off it. */
export interface DiscountedLine {
  /** Taken off, VAT included; positive. */
  readonly discountMinor: MinorUnits;
  /** What is left, VAT included. */
  readonly grossMinor: MinorUnits;
  readonly rateBps: BasisPoints;
  /** The percentage that the source names; null where it names none. */
  readonly statedBps: BasisPoints | null;
  readonly description: string | null;
}

/**
 * The discount of a line with its net amount and the percentage it is: the stated one where it gives this discount, else
 * the one that comes out even, else none.
 */
export function toDiscount(line: DiscountedLine): Discount {
  const { discountMinor, statedBps } = line;
  const before = discountMinor + line.grossMinor;
  const stated = statedBps !== null && takeShare(before, statedBps) === BigInt(discountMinor) ? statedBps : null;
  return {
    grossMinor: discountMinor,
    netMinor: discountMinor - vatInGross(discountMinor, line.rateBps),
    percentBps: stated ?? toExactShare(discountMinor, before),
    description: line.description,
  };
}

function takeShare(whole: MinorUnits, bps: BasisPoints): bigint {
  return divideRounded(BigInt(whole) * BigInt(bps), BigInt(WHOLE_BPS));
}

/** The share in basis points, null where it has more decimals: a printed 33,33 % of 100,00 would be a wrong figure. */
function toExactShare(part: MinorUnits, whole: MinorUnits): BasisPoints | null {
  if (part < 0 || part > whole || whole === 0) return null;
  const scaled = BigInt(part) * BigInt(WHOLE_BPS);
  return scaled % BigInt(whole) === 0n ? Number(scaled / BigInt(whole)) : null;
}
