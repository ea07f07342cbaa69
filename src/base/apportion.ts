import { type MinorUnits, toMinorUnits } from './money.ts';

/**
 * Rounds fractions of one denominator to integers that add up to `total`: each to its floor or its ceiling, those with
 * the largest remainder upwards (Hamilton's method; ties go to the earlier part). Fractions may have either sign. It is
 * symmetric: negating fractions and total negates the parts.
 *
 * @param numerators of the fractions, which must add up to less than one away from `total`
 * @throws RangeError where floors and ceilings cannot add up to the total
 */
export function roundToSum(numerators: readonly bigint[], denominator: bigint, total: bigint): bigint[] {
  if (denominator <= 0n) throw new RangeError(`Unexpected denominator ${denominator}, expected a positive integer`);
  const sum = numerators.reduce((a, b) => a + b, 0n);
  // Rounding "up" must mean away from zero of the whole, or a credit note's lines would differ from its invoice's.
  const mirrored = total < 0n || (total === 0n && (sum < 0n || (sum === 0n && (numerators.find(Boolean) ?? 0n) < 0n)));
  if (mirrored) {
    const parts = roundUpwards(
      numerators.map((n) => -n),
      denominator,
      -total,
    );
    return parts.map((part) => -part);
  }
  return roundUpwards(numerators, denominator, total);
}

function roundUpwards(numerators: readonly bigint[], denominator: bigint, total: bigint): bigint[] {
  const parts = numerators.map((numerator, index) => {
    const rest = ((numerator % denominator) + denominator) % denominator;
    return { index, floor: (numerator - rest) / denominator, rest };
  });
  const up = total - parts.reduce((sum, part) => sum + part.floor, 0n);
  const broken = parts.filter((part) => part.rest > 0n);
  if (up < 0n || up > BigInt(broken.length)) {
    throw new RangeError(`Unexpected total ${total}, expected the sum of the fractions rounded up or down`);
  }
  const raised = new Set(
    broken
      .toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
      .slice(0, Number(up))
      .map((part) => part.index),
  );
  return parts.map((part) => (raised.has(part.index) ? part.floor + 1n : part.floor));
}

/**
 * Splits a total over weights so that the parts add up to it exactly, each within one minor unit of its share. Parts
 * keep the sign of the total.
 *
 * @param weights non-negative integers
 * @throws RangeError for a negative weight, and for a total other than zero over weights that are all zero
 */
export function allocate(totalMinor: MinorUnits, weights: readonly number[]): MinorUnits[] {
  const negative = weights.find((weight) => weight < 0);
  if (negative !== undefined) throw new RangeError(`Unexpected weight ${negative}, expected none below zero`);
  const sum = weights.reduce((a, weight) => a + BigInt(weight), 0n);
  if (sum === 0n) {
    if (totalMinor === 0) return weights.map(() => 0);
    throw new RangeError(`Unexpected weights of sum 0 for a total of ${totalMinor}, expected a positive sum`);
  }
  const total = BigInt(totalMinor);
  return roundToSum(
    weights.map((weight) => total * BigInt(weight)),
    sum,
    total,
  ).map(toMinorUnits);
}
