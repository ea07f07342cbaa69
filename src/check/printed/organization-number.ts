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
