/** An exact decimal: `units / 10^scale`. 2.5 is `{ units: 25, scale: 1 }`. Units and scale are safe integers. */
export interface Decimal {
  readonly units: number;
  readonly scale: number;
}

/** More decimals than any quantity or price on a document; a limit so that powers of ten stay exact. */
export const MAX_DECIMALS = 12;

const NUMBER = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?(?:e(?<exponent>[+-]\d+))?$/;

/**
 * A number as the exact decimal that JSON wrote it as (2.5, not the nearest binary fraction), without trailing zeros.
 * Null where it is not finite, has more than 12 decimals or its digits leave the safe integers.
 */
export function parseDecimal(value: number): Decimal | null {
  const parts = NUMBER.exec(String(value))?.groups;
  if (parts === undefined) return null;
  const fraction = parts['fraction'] ?? '';
  const scale = fraction.length - Number(parts['exponent'] ?? 0);
  if (scale > MAX_DECIMALS) return null;
  const digits = `${parts['whole']}${fraction}${'0'.repeat(Math.max(0, -scale))}`;
  const magnitude = Number(digits);
  if (!Number.isSafeInteger(magnitude)) return null;
  return { units: parts['sign'] === '-' && magnitude !== 0 ? -magnitude : magnitude, scale: Math.max(0, scale) };
}

/** Ten to the power of a scale, exactly; numbers hold that up to the 22nd. */
export function powerOfTen(scale: number): number {
  const power = POWERS_OF_TEN[scale];
  if (power === undefined) throw new RangeError(`Unexpected scale ${scale}, expected an integer from 0 to 22`);
  return power;
}

const POWERS_OF_TEN: readonly number[] = Array.from({ length: 23 }, (_, scale) => Number(`1e${scale}`));
