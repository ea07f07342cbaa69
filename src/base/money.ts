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

/** Basis points in a whole: 100 %. */
export const WHOLE_BPS = 10_000;

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

/** `round(amount × numerator / denominator)`, half away from zero; throws where that leaves the safe integers. */
export function scaleRounded(amount: number, numerator: number, denominator: number): number {
  return toMinorUnits(divideRounded(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
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
  return scaleRounded(grossMinor, rateBps, WHOLE_BPS + rateBps);
}
