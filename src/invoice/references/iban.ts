import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';
import { passesMod97 } from './check-digits.ts';

const SHAPE = /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/;

/**
 * Reads an IBAN in electronic form (ISO 13616): capital letters and digits without spaces, the length of its country,
 * check digits by MOD 97-10.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE, REFERENCE_CHECKSUM
 */
export function parseIban(text: string | null | undefined, path?: string): string {
  const value = requireReference(text, 'IBAN', 'digits and A to Z', path);
  const country = value.slice(0, 2);
  const length = IBAN_LENGTHS.get(country);
  if (!SHAPE.test(value) || length === undefined) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected IBAN "${value}", expected a country that has IBANs, two check digits and an account`,
      path,
    });
  }
  if (value.length !== length) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected length ${value.length} of IBAN "${value}", expected ${length} for ${country}`,
      path,
    });
  }
  if (DIGITS_ONLY.has(country) && !/^\d+$/.test(value.slice(2))) {
    throw invoiceFaults.REFERENCE_SHAPE({
      message: `Unexpected letter in the account of IBAN "${value}", expected digits only for ${country}`,
      path,
    });
  }
  if (!passesMod97(value)) {
    throw invoiceFaults.REFERENCE_CHECKSUM({
      message: `Unexpected check digits ${value.slice(2, 4)} in IBAN "${value}", expected MOD 97-10 to hold`,
      path,
    });
  }
  return value;
}

/** The country of a checked IBAN, which decides the rule for its account number and its payment reference. */
export function toIbanCountry(iban: string): string {
  return iban.slice(0, 2);
}

/** Countries around us whose account numbers hold no letters. */
const DIGITS_ONLY: ReadonlySet<string> = new Set(['NO', 'SE', 'FI', 'DK', 'FO', 'GL', 'IS', 'DE', 'EE', 'LT', 'PL']);

/** Whole length by country: the IBAN registry that SWIFT keeps for ISO 13616-2. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  [
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29',
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20',
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29',
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30',
  ].flatMap((row) => row.split(' ').map((entry): [string, number] => [entry.slice(0, 2), Number(entry.slice(2))])),
);
