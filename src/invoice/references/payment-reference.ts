import type { CountryCode, ReferenceKind } from '../invoice.ts';
import { parseKid } from './kid.ts';
import { parseOcr } from './ocr.ts';
import { parseRfReference } from './rf.ts';
import { parseViitenumero } from './viitenumero.ts';

/** A reference to pay with, exactly as it was given, and the rule it satisfies. */
export interface PaymentReference {
  readonly value: string;
  readonly kind: ReferenceKind;
}

/**
 * Reads the reference that the payer must quote. Kravia keeps it under one name whatever the country; the rule follows
 * the account that is paid to, so `country` is the first two letters of its IBAN. An RF reference is good anywhere.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parsePaymentReference(
  text: string | null | undefined,
  country: CountryCode,
  path?: string,
): PaymentReference {
  if (text?.startsWith('RF')) return parseRfReference(text, path);
  switch (country) {
    case 'SE':
    // Danish inpayment references of card types 71 and 75 end in the same check digit.
    case 'DK':
      return parseOcr(text, path);
    case 'FI':
      return parseViitenumero(text, path);
    case 'NO':
      return parseKid(text, path);
    default:
      // Countries without a national reference of their own know the international one only.
      return parseRfReference(text, path);
  }
}
