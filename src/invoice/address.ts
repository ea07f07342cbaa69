import type { Address } from './invoice.ts';

/** Whether an address says nothing that could be printed; a country alone is no address. */
export function isEmptyAddress({ lines, postalCode, postalPlace }: Address): boolean {
  return lines.length === 0 && postalCode === null && postalPlace === null;
}
