import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { luhnCheckDigit } from './check-digits.ts';

/** A Swedish giro number, digits only; a number of seven or eight digits may be either and then counts as bankgiro. */
export interface Giro {
  readonly value: string;
  readonly kind: 'bankgiro' | 'plusgiro';
}

const SHAPES = { bankgiro: /^\d{3,4}-?\d{4}$/, plusgiro: /^\d{1,7}-?\d$/ } as const;

/**
 * Reads a bankgiro number (7 or 8 digits) or plusgiro number (2 to 8 digits), with or without its hyphen; both end in a
 * Luhn check digit. Where digits alone fit both, the hyphen's place decides, else bankgiro.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseGiro(text: string | null | undefined, path?: string): Giro {
  const written = requireReference(text, 'giro number', 'digits and -', path);
  const kind = SHAPES.bankgiro.test(written) ? 'bankgiro' : SHAPES.plusgiro.test(written) ? 'plusgiro' : null;
  if (kind === null) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected giro number "${written}", expected 7 or 8 digits (bankgiro) or 2 to 8 (plusgiro)`,
      path,
    });
  }
  const value = written.replace('-', '');
  const check = luhnCheckDigit(value.slice(0, -1));
  if (check !== value.slice(-1)) {
    throw invoiceFaults.REFERENCE_CHECKSUM({
      message: `Unexpected last digit ${value.slice(-1)} in giro number "${written}", expected ${check}`,
      path,
    });
  }
  return { value, kind };
}
