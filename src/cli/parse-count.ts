import { cliFaults } from './faults.ts';

/**
 * A flag that takes a whole number from 1; undefined where it was not given.
 *
 * @throws USAGE
 */
export function parseCount(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw cliFaults.USAGE({ message: `Unexpected ${flag} ${value}, expected a whole number from 1.` });
}
