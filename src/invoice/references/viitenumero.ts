import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { check731 } from './check-digits.ts';

/** A Finnish reference number. */
export interface Viitenumero {
  readonly value: string;
  readonly kind: 'viitenumero';
}

/** Leading zeros do not count towards the four digits that a reference has at least. */
const SHAPE = /^0*[1-9]\d{3,}$/;
const MAX_DIGITS = 20;

/**
 * Reads a Finnish viitenumero (Finance Finland): 4 to 20 digits, the last by weights 7, 3, 1. Leading zeros are kept as
 * given, though they do not count.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseViitenumero(text: string | null | undefined, path?: string): Viitenumero {
  const value = requireReference(text, 'viitenumero', 'digits', path);
  if (value.length > MAX_DIGITS || !SHAPE.test(value)) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected viitenumero "${value}", expected 4 to 20 digits after leading zeros, 20 at most with them`,
      path,
    });
  }
  const check = check731(value.slice(0, -1));
  if (check !== value.slice(-1)) {
    throw invoiceFaults.REFERENCE_CHECKSUM({
      message: `Unexpected last digit ${value.slice(-1)} in viitenumero "${value}", expected ${check}`,
      path,
    });
  }
  return { value, kind: 'viitenumero' };
}
