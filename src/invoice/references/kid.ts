import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { luhnCheckDigit, mod11CheckCharacter } from './check-digits.ts';

/** A Norwegian payment reference and the check that it passes; MOD10 where both would do. */
export interface Kid {
  readonly value: string;
  readonly kind: 'kid-mod10' | 'kid-mod11';
}

/** Zeros alone pass both checks and name no payment: a field that was never filled in. */
const SHAPE = /^(?=.*[1-9])\d{1,24}[\d-]$/;

/**
 * Reads a KID (Bits: 2 to 25 characters, digits, the last one the check; with MOD11 that may be `-`). Which of the two
 * checks applies stands in the account's agreement, which we do not see, so one that passes is enough. Leading zeros
 * count. Nothing is repaired.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseKid(text: string | null | undefined, path?: string): Kid {
  const value = requireReference(text, 'KID', 'digits and -', path);
  if (!SHAPE.test(value)) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected KID "${value}", expected 2 to 25 digits, not all zeros, of which the last may be -`,
      path,
    });
  }
  const payload = value.slice(0, -1);
  const check = value.slice(-1);
  if (check === luhnCheckDigit(payload)) return { value, kind: 'kid-mod10' };
  if (check === mod11CheckCharacter(payload)) return { value, kind: 'kid-mod11' };
  throw invoiceFaults.REFERENCE_CHECKSUM({
    message:
      `Unexpected last character "${check}" in KID "${value}", ` +
      `expected ${luhnCheckDigit(payload)} (MOD10) or ${mod11CheckCharacter(payload)} (MOD11)`,
    path,
  });
}
