import type { Address } from '../invoice/index.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';
import type { OrderAddress, Store } from './wire/address.ts';

const CARE_OF = /^c\/o\b/i;

/** The address as lines, c/o first. Fields that are blank count as absent. */
export function toAddress(
  wire: Partial<OrderAddress> | NonNullable<Store['address']>,
  path: string,
  warn: Warn,
): Address {
  const read = (key: keyof OrderAddress & string): string => {
    const value = wire[key];
    return cleanText(typeof value === 'string' ? value : null, `${path}.${key}`, warn);
  };
  const careOf = read('co_address');
  const lines = [
    careOf === '' || CARE_OF.test(careOf) ? careOf : `c/o ${careOf}`,
    read('address_line'),
    read('address_line_2'),
  ];
  return {
    lines: lines.filter((line) => line !== ''),
    postalCode: read('postal_code') || null,
    postalPlace: read('postal_place') || null,
    country: read('country').toUpperCase() || null,
  };
}

/** Whether two addresses say the same. */
export function isSameAddress(a: Address, b: Address): boolean {
  return (
    a.lines.join('\n') === b.lines.join('\n') &&
    a.postalCode === b.postalCode &&
    a.postalPlace === b.postalPlace &&
    a.country === b.country
  );
}
