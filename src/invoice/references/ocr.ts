import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { luhnCheckDigit } from './check-digits.ts';

/** A Swedish OCR number. */
export interface Ocr {
  readonly value: string;
  readonly kind: 'ocr';
}

/** Zeros alone pass the check and name no payment. */
const SHAPE = /^(?=.*[1-9])\d{2,25}$/;

/**
 * Reads a Swedish OCR reference (Bankgirot, OCR-referenskontroll): 2 to 25 digits, the last by Luhn. Whether the account
 * also asks for a length digit (level 3) or a fixed length (level 4) stands in its agreement, so neither is demanded.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseOcr(text: string | null | undefined, path?: string): Ocr {
  const value = requireReference(text, 'OCR number', 'digits', path);
  if (!SHAPE.test(value)) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected OCR number "${value}", expected 2 to 25 digits, not all zeros`,
      path,
    });
  }
  const check = luhnCheckDigit(value.slice(0, -1));
  if (check !== value.slice(-1)) {
    throw invoiceFaults.REFERENCE_CHECKSUM({
      message: `Unexpected last digit ${value.slice(-1)} in OCR number "${value}", expected ${check}`,
      path,
    });
  }
  return { value, kind: 'ocr' };
}

/**
 * Whether the last digit but one is the length digit of Bankgirot's level 3: the number's whole length, both control
 * digits included, modulo 10.
 */
export function hasLengthDigit(ocr: Ocr): boolean {
  return ocr.value.length > 2 && ocr.value.at(-2) === String(ocr.value.length % 10);
}
