import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { passesMod97 } from './check-digits.ts';

/** An international creditor reference in electronic form, without spaces. */
export interface RfReference {
  readonly value: string;
  readonly kind: 'rf';
}

const SHAPE = /^RF\d{2}[0-9A-Z]{1,21}$/;

/**
 * Reads a creditor reference (ISO 11649): `RF`, two check digits by MOD 97-10, 1 to 21 capital letters and digits.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseRfReference(text: string | null | undefined, path?: string): RfReference {
  const value = requireReference(text, 'RF reference', 'digits and A to Z', path);
  if (!SHAPE.test(value)) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected RF reference "${value}", expected RF, two digits and 1 to 21 capital letters or digits`,
      path,
    });
  }
  if (!passesMod97(value)) {
    throw invoiceFaults.REFERENCE_CHECKSUM({
      message: `Unexpected check digits ${value.slice(2, 4)} in RF reference "${value}", expected MOD 97-10 to hold`,
      path,
    });
  }
  return { value, kind: 'rf' };
}
