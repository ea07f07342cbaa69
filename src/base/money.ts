/** An amount in the currency's minor units (øre, cents). Always a safe integer, never −0. */
export type MinorUnits = number;

/** A rate in basis points: 25 % is 2500, 25.5 % is 2550. Always an integer from 0 to 10000. */
export type BasisPoints = number;

/** Currencies that Kravia invoices are issued in, with their ISO 4217 minor digits. */
export const CURRENCY_DIGITS = { NOK: 2, SEK: 2, EUR: 2, DKK: 2 } as const;
export type Currency = keyof typeof CURRENCY_DIGITS;

export interface Money {
  readonly minor: MinorUnits;
  readonly currency: Currency;
}

/** An exact decimal: `units / 10^scale`. 2.5 is `{ units: 25, scale: 1 }`. */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

/**
 * Divides integers and rounds half away from zero, so that −1.5 becomes −2 as 1.5 becomes 2. This is the one rounding
 * used for money; `Math.round` is not symmetric.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError(`Unexpected denominator ${denominator}, expected a positive integer`);
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** A bigint as a safe integer; throws where digits would be lost. */
export function toMinorUnits(value: bigint): MinorUnits {
  const minor = Number(value);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Unexpected amount ${value}, expected a safe integer`);
  return minor;
}

/** Sums amounts exactly; throws where the sum leaves the safe integers. */
export function sumMinor(amounts: Iterable<MinorUnits>): MinorUnits {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return toMinorUnits(sum);
}

/** The VAT contained in an amount that includes it: `round(gross × r / (100 % + r))`. */
export function vatInGross(grossMinor: MinorUnits, rateBps: BasisPoints): MinorUnits {
  return toMinorUnits(divideRounded(BigInt(grossMinor) * BigInt(rateBps), BigInt(10_000 + rateBps)));
}

/**
 * Splits a total over weights so that the parts add up to it exactly (largest remainder; ties go to the earlier part).
 * Parts are integers and keep the sign of the total. Weights are non-negative.
 */
export function allocate(totalMinor: MinorUnits, weights: readonly number[]): MinorUnits[] {
  const weightSum = weights.reduce((sum, w) => sum + BigInt(Math.abs(w)), 0n);
  if (weightSum === 0n) {
    if (totalMinor === 0) return weights.map(() => 0);
    throw new RangeError(`Unexpected weights of sum 0 for a total of ${totalMinor}, expected a positive sum`);
  }
  const sign = totalMinor < 0 ? -1n : 1n;
  const magnitude = BigInt(totalMinor) * sign;
  const shares = weights.map((w, index) => {
    const product = magnitude * BigInt(Math.abs(w));
    return { index, whole: product / weightSum, rest: product % weightSum };
  });
  let left = magnitude - shares.reduce((sum, s) => sum + s.whole, 0n);
  const parts = shares.map((s) => s.whole);
  const byRest = shares.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const share of byRest) {
    if (left === 0n) break;
    parts[share.index] = (parts[share.index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts.map((part) => (part === 0n ? 0 : toMinorUnits(part * sign)));
}
