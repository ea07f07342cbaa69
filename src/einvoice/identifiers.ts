import type { CountryCode, ElectronicAddress } from '../invoice/index.ts';

/** How a country's organisation number is written in e-invoices; `digits` as the model holds it. */
interface CountrySchemes {
  /** ISO 6523 scheme of the register, for legal registration (BT-30, BT-47). */
  readonly register: string;
  readonly toRegistration: (digits: string) => string;
  /** EAS scheme that parties of the country are reached by (BT-34, BT-49). */
  readonly network: string;
  readonly toNetworkId: (digits: string) => string;
  /** VAT number of a registered business (BT-31). */
  readonly toVatNumber: (digits: string) => string;
}

const same = (digits: string): string => digits;

/** NO-R-001; SE-R-001 to -003; Finland's register writes a hyphen, its OVT code begins with 0037; DK-R-014. */
const SCHEMES: Readonly<Record<string, CountrySchemes>> = {
  NO: {
    register: '0192',
    toRegistration: same,
    network: '0192',
    toNetworkId: same,
    toVatNumber: (digits) => `NO${digits}MVA`,
  },
  SE: {
    register: '0007',
    toRegistration: same,
    network: '0007',
    toNetworkId: same,
    toVatNumber: (digits) => `SE${digits}01`,
  },
  FI: {
    register: '0212',
    toRegistration: (digits) => `${digits.slice(0, 7)}-${digits.slice(7)}`,
    network: '0216',
    toNetworkId: (digits) => `0037${digits}`,
    toVatNumber: (digits) => `FI${digits}`,
  },
  DK: {
    register: '0184',
    toRegistration: (digits) => `DK${digits}`,
    network: '0184',
    toNetworkId: (digits) => `DK${digits}`,
    toVatNumber: (digits) => `DK${digits}`,
  },
};

/** The legal registration; with its scheme where the country's is known. */
export function toRegistration(country: CountryCode | null, digits: string): { scheme: string | null; id: string } {
  const schemes = SCHEMES[country ?? ''];
  return schemes === undefined
    ? { scheme: null, id: digits }
    : { scheme: schemes.register, id: schemes.toRegistration(digits) };
}

/** The electronic address that follows from an organisation number; null for countries whose network is not known. */
export function toNetworkAddress(country: CountryCode, digits: string): ElectronicAddress | null {
  const schemes = SCHEMES[country];
  return schemes === undefined ? null : { scheme: schemes.network, id: schemes.toNetworkId(digits) };
}

/** The VAT number; outside the Nordic countries the number as it stands, with its country before it. */
export function toVatNumber(country: CountryCode, digits: string): string {
  return SCHEMES[country]?.toVatNumber(digits) ?? `${country}${digits}`;
}

/**
 * Whether an electronic address may be that of an organisation. Schemes that carry the organisation number must carry
 * this one; of others, such as a GLN, nothing is known. A Finnish OVT code may go on after the number.
 */
export function isAddressOf({ scheme, id }: ElectronicAddress, digits: string): boolean {
  const compact = id.replace(/[^0-9]/g, '');
  switch (scheme) {
    case '0192':
    case '0007':
    case '0184':
    case '0212':
    case '0213':
      return compact === digits;
    case '0216':
      return compact.startsWith(`0037${digits}`);
    case '9955':
      return compact === `${digits}01`;
    default:
      return true;
  }
}
