import { foldText } from './text.ts';

/** An organisation number as printed. */
export interface PrintedOrganizationNumber {
  readonly digits: string;
  /** Ends in MVA, by which a Norwegian seller says that it is registered for VAT. */
  readonly mva: boolean;
}

/** Words that stand before an organisation number, in all six languages. */
const LABEL =
  /^(?:org\.? ?nr\.?|orgnr\.?|organisasjonsnummer|organisationsnummer|org\.? ?no\.?|company no\.?|y-tunnus|cvr(?:-nr)?\.?|vat no\.?)[ :]*/iu;

/**
 * Reads an organisation number into its digits: `988 077 917 MVA`, `Org.nr. 988 077 917`, `NO 988 077 917 MVA`,
 * `556677-8899`, `SE556677889901`, `2077474-0`, `FI20774740`. Null where it is none of these.
 */
export function parseOrganizationNumber(text: string): PrintedOrganizationNumber | null {
  const bare = foldText(text).replace(LABEL, '').replace(/ /g, '');
  for (const shape of SHAPES) {
    const { digits, mva } = shape.exec(bare)?.groups ?? {};
    if (digits !== undefined) return { digits: digits.replace('-', ''), mva: mva !== undefined };
  }
  return null;
}

const SHAPES = [
  /^(?:NO)?(?<digits>\d{9})(?<mva>MVA)?$/,
  /^(?<digits>\d{6}-?\d{4})$/,
  /^SE(?<digits>\d{10})01$/,
  /^(?<digits>\d{7}-\d)$/,
  /^(?:FI|DK)?(?<digits>\d{8})$/,
];

/**
 * The letters and digits of an organisation number of any country, without what stands before it or between them:
 * `HRB-1234` and `HRB 1234` are `HRB1234`, `VAT no. GB 123 4567 89` is `GB123456789`.
 */
export function compactOrganizationNumber(text: string): string {
  return foldText(text)
    .replace(LABEL, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
}

/** Whether `parseOrganizationNumber` knows the numbers of a country; of a party without one, any that it knows will do. */
export function hasKnownNumbers(country: string | null): boolean {
  return country === null || ['NO', 'SE', 'FI', 'DK'].includes(country);
}
