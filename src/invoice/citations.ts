import type { CountryCode } from './invoice.ts';

/** What the law asks a sales document to say. */
export type LegalDuty =
  | 'number'
  | 'date'
  | 'seller'
  | 'sellerNumber'
  | 'sellerAddress'
  | 'buyer'
  | 'goods'
  | 'delivery'
  | 'unitPrice'
  | 'consideration'
  | 'vat'
  | 'vatNational'
  | 'exemption'
  | 'reverseCharge'
  | 'correction';

/**
 * The provision behind a duty in the seller's country: the Norwegian regulation, or the article of the VAT directive
 * with the act that brings it into Swedish or Finnish law.
 */
export function cite(duty: LegalDuty, country: CountryCode | null): string {
  if (country === 'NO') return NORWAY[duty];
  const article = `directive 2006/112/EC art. ${DIRECTIVE[duty]}`;
  if (country === 'SE') {
    // The change invoice has a section of its own.
    return `mervärdesskattelagen (2023:200) ${duty === 'correction' ? '17 kap. 22 §' : '17 kap.'}, ${article}`;
  }
  return country === 'FI' ? `arvonlisäverolaki 209 e §, ${article}` : article;
}

/** Bokføringsforskriften (FOR-2004-12-01-1558) unless another act is named. */
const NORWAY: Readonly<Record<LegalDuty, string>> = {
  number: 'bokføringsforskriften § 5-1-1 no. 1',
  date: 'bokføringsforskriften § 5-1-1 no. 1',
  seller: 'bokføringsforskriften § 5-1-2',
  sellerNumber: 'bokføringsforskriften § 5-1-2',
  sellerAddress: 'foretaksregisterloven § 10-2',
  buyer: 'bokføringsforskriften § 5-1-2',
  goods: 'bokføringsforskriften § 5-1-1 no. 3',
  delivery: 'bokføringsforskriften § 5-1-1 no. 4',
  unitPrice: 'bokføringsforskriften § 5-1-1 no. 5',
  consideration: 'bokføringsforskriften § 5-1-1 no. 5',
  vat: 'bokføringsforskriften § 5-1-1 no. 6',
  vatNational: 'bokføringsforskriften § 5-1-1 no. 6',
  exemption: 'bokføringsforskriften § 5-1-1 no. 7',
  reverseCharge: 'bokføringsforskriften § 5-1-1 no. 7',
  correction: 'bokføringsforskriften § 5-2-8',
};

const DIRECTIVE: Readonly<Record<LegalDuty, string>> = {
  number: '226(2)',
  date: '226(1)',
  seller: '226(5)',
  sellerNumber: '226(3)',
  sellerAddress: '226(5)',
  buyer: '226(5)',
  goods: '226(6)',
  delivery: '226(7)',
  unitPrice: '226(8)',
  consideration: '226(8)',
  vat: '226(8) to 226(10)',
  vatNational: '230',
  exemption: '226(11)',
  reverseCharge: '226(4)',
  correction: '219',
};
