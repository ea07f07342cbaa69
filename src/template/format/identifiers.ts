import { type CountryCode, type Giro, parseGiro, type ReferenceKind } from '../../invoice/index.ts';
import { NO_BREAK_SPACE } from './conventions.ts';

/** An organisation number as the model holds it, with what decides how it is written. */
export interface OrganizationNumberValue {
  readonly digits: string;
  readonly country: CountryCode | null;
  /** Registered for VAT; a Norwegian number then ends in `MVA` (bokføringsforskriften § 5-1-2). */
  readonly vatRegistered: boolean;
}

/** Digits in the groups that a country writes them in, and what follows them. */
export interface GroupedIdentifier {
  readonly groups: readonly string[];
  readonly suffix: string;
}

/** `988 077 917 MVA`, `556677-8899`, `2077474-0`; other countries' and odd lengths as they are. */
export function groupOrganizationNumber(number: OrganizationNumberValue): GroupedIdentifier {
  const { digits, country } = number;
  if (country === 'NO' && /^\d{9}$/.test(digits)) {
    return { groups: chunk(digits, [3, 3, 3]), suffix: number.vatRegistered ? `${NO_BREAK_SPACE}MVA` : '' };
  }
  if (country === 'SE' && /^\d{10}$/.test(digits)) {
    return { groups: [`${digits.slice(0, 6)}-${digits.slice(6)}`], suffix: '' };
  }
  if (country === 'FI' && /^\d{8}$/.test(digits)) {
    return { groups: [`${digits.slice(0, 7)}-${digits.slice(7)}`], suffix: '' };
  }
  return { groups: [digits], suffix: '' };
}

/**
 * The VAT number where it is another than the organisation number: `SE556677889901`, `FI20774740`, `DK12345678`
 * (directive 2006/112 art. 215). Null for Norway, whose organisation number carries it, and for the unregistered.
 */
export function toVatNumber(number: OrganizationNumberValue): string | null {
  if (!number.vatRegistered) return null;
  if (number.country === 'SE') return `SE${number.digits}01`;
  if (number.country === 'FI') return `FI${number.digits}`;
  if (number.country === 'DK') return `DK${number.digits}`;
  return null;
}

/** A Norwegian account number 4-2-5, bankgiro `5050-1055`, plusgiro `17 60 99-0`; anything else in one piece. */
export function groupAccount(bban: string): readonly string[] {
  if (/^\d{11}$/.test(bban)) return chunk(bban, [4, 2, 5]);
  const kind = giroKindOf(bban);
  if (kind === 'bankgiro') return [`${bban.slice(0, -4)}-${bban.slice(-4)}`];
  return kind === 'plusgiro' ? `${bban.slice(0, -1)}-${bban.slice(-1)}`.split(/(?=(?:\d{2})*\d{2}-)/u) : [bban];
}

/** No national account number that we know is as short as a Swedish giro number. */
export function giroKindOf(bban: string): Giro['kind'] | null {
  if (!/^\d{2,8}$/.test(bban)) return null;
  try {
    return parseGiro(bban).kind;
  } catch {
    // Another country's number, which the model has accepted as that.
    return null;
  }
}

/** An IBAN in fours (ISO 13616, paper form). */
export function groupIban(iban: string): readonly string[] {
  return iban.match(/.{1,4}/gu) ?? [iban];
}

/**
 * A payment reference as its country prints it: RF in fours from the left (ISO 11649), viitenumero in fives from the
 * right, KID and OCR in one unbroken run, because a payer's bank reads gaps as spaces.
 */
export function groupReference(reference: string, kind: ReferenceKind): readonly string[] {
  if (kind === 'rf') return reference.match(/.{1,4}/gu) ?? [reference];
  if (kind === 'viitenumero') return reference.split(/(?=(?:.{5})+$)/u);
  return [reference];
}

/** `+47 22 00 00 00`, mobiles `+47 900 00 000`; numbers of other countries as given. */
export function formatPhone(phone: string): string {
  const norwegian = /^\+47(?<number>\d{8})$/.exec(phone)?.groups?.['number'];
  if (norwegian === undefined) return phone;
  const groups = /^[49]/.test(norwegian) ? chunk(norwegian, [3, 2, 3]) : chunk(norwegian, [2, 2, 2, 2]);
  return ['+47', ...groups].join(NO_BREAK_SPACE);
}

/** Pieces of the given sizes, in order. */
function chunk(text: string, sizes: readonly number[]): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (const size of sizes) {
    pieces.push(text.slice(start, start + size));
    start += size;
  }
  return pieces;
}
