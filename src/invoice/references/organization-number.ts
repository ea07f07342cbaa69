import { invoiceFaults } from '../faults.ts';
import type { CountryCode } from '../invoice.ts';
import { requireReference } from './characters.ts';
import { passesLuhn, weightedSum } from './check-digits.ts';

/**
 * What an organisation number turned out to be.
 *
 * - `valid`, `invalid`: has or lacks the shape and check digit of its country
 * - `unchecked`: of a country whose rule is not known here
 * - `personal`: a person's national identity number, or digits enough to hold one; such a number is neither printed nor
 *   logged, so it is not handed on
 */
export type OrganizationNumber =
  | { readonly verdict: 'valid' | 'invalid' | 'unchecked'; readonly value: string; readonly country: CountryCode }
  | { readonly verdict: 'personal'; readonly value: null; readonly country: CountryCode };

/** One country's way: what surrounds the digits in print, what is personal, and what makes the digits right. */
interface OrganizationRule {
  /** Matches the text without spaces and dots, in capitals; one group holds the number. */
  readonly form: RegExp;
  /** What is personal though it has fewer digits than any identity number, or the shape of a company's. */
  readonly personal: RegExp | null;
  readonly toDigits: (number: string) => string;
  readonly passes: (digits: string) => boolean;
}

/**
 * Reads an organisation number as people write it (`988 077 917 MVA`, `NO988077917MVA`, `556677-8899`, `SE556677889901`,
 * `2077474-0`, `FI20774740`) down to its digits. It does not throw for a wrong check digit, because Dintero's own
 * example has one: a seller's must be `valid`, a buyer's gives rise to a warning.
 *
 * @param country ISO 3166 alpha-2 of the party
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET; no message repeats the text, which may be personal
 */
export function parseOrganizationNumber(
  text: string | null | undefined,
  country: CountryCode,
  path?: string,
): OrganizationNumber {
  const written = requireReference(text, 'organisation number', 'organisation number', path);
  const compact = written.replace(/[ .]/g, '').toUpperCase();
  if (compact === '') {
    throw invoiceFaults.REFERENCE_MISSING({ message: 'Unexpected absence of organisation number in blank text', path });
  }
  const rule = RULES[country];
  if (rule === undefined) return { verdict: 'unchecked', value: compact.replace(/[+-]/g, ''), country };
  if (rule.personal?.test(compact)) return { verdict: 'personal', value: null, country };
  const number = rule.form
    .exec(compact)
    ?.slice(1)
    .find((group) => group !== undefined);
  if (number === undefined) return toMisshapen(compact, country);
  const digits = rule.toDigits(number);
  return { verdict: rule.passes(digits) ? 'valid' : 'invalid', value: digits, country };
}

/** Ten digits and more may be somebody's identity number with a slip in it, or that of another country. */
function toMisshapen(compact: string, country: CountryCode): OrganizationNumber {
  const digits = compact.replace(/[^0-9]/g, '');
  return digits.length >= SHORTEST_IDENTITY_NUMBER
    ? { verdict: 'personal', value: null, country }
    : { verdict: 'invalid', value: digits, country };
}

const SHORTEST_IDENTITY_NUMBER = 10;

const asWritten = (number: string): string => number.replace('-', '');

const RULES: Readonly<Record<string, OrganizationRule>> = {
  // Brønnøysundregistrene: nine digits, weights 3 2 7 6 5 4 3 2 and 1 for the check digit, sum divisible by 11.
  NO: {
    form: /^(?:NO)?(\d{9})(?:MVA)?$/,
    personal: null,
    toDigits: asWritten,
    passes: (digits) => weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  // Lag (1974:174) om identitetsbeteckning: ten digits by Luhn; the third is 2 or more, as a month's first never is, so
  // that a number tells a company from a person. Sole traders have the person's; day + 60 marks a coordination number.
  SE: {
    form: /^(?:SE(\d{10})01|(?:16)?(\d{6}-?\d{4}))$/,
    personal: /^(?:SE\d{2}[01]\d{7}01|(?:18|19|20)?\d{2}[01]\d{3}[-+]?\d{4})$/,
    toDigits: asWritten,
    passes: passesLuhn,
  },
  // Patentti- ja rekisterihallitus: seven digits, weights 7 9 10 5 8 4 2, check digit 11 − rest; rest 1 is not given out.
  FI: {
    form: /^(?:FI)?(\d{6,7}-?\d)$/,
    personal: /^\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]$/,
    // Numbers from before 1978 have six digits, written with a leading zero nowadays.
    toDigits: (number) => asWritten(number).padStart(8, '0'),
    passes: (digits) => {
      const rest = weightedSum(digits, [7, 9, 10, 5, 8, 4, 2]) % 11;
      return rest !== 1 && (11 - rest) % 11 === Number(digits.slice(-1));
    },
  },
  // Det Centrale Virksomhedsregister: eight digits, weights 2 7 6 5 4 3 2 1, sum divisible by 11.
  DK: {
    form: /^(?:DK)?(\d{8})$/,
    personal: null,
    toDigits: asWritten,
    passes: (digits) => !digits.startsWith('0') && weightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
};
