import type { CountryCode, VatSubtotal } from '../invoice/index.ts';
import { describeFact } from './describe-fact.ts';
import type { Evidence } from './evidence.ts';
import { type Discovery, discover } from './rule.ts';

/** Countries whose law has rules of its own; what the law of others asks for is told by `fact-missing`. */
const COUNTRIES: ReadonlySet<CountryCode> = new Set(['NO', 'SE', 'FI']);

/** Whether the seller's country has a pack of rules that tells what its law misses on the page. */
export function hasPack({ seller }: Evidence['invoice']): boolean {
  return seller !== null && COUNTRIES.has(seller.country);
}

/**
 * Facts that the law of the seller's country asks for and no print says. A provision that was not read in its source is a
 * doubt: a warning, and an error only where doubts are errors.
 */
export function findOmitted(
  { invoice, omissions, language, context }: Evidence,
  country: CountryCode,
  names: RegExp,
  certainty: 'certain' | 'doubt' = 'certain',
): Discovery[] {
  if (invoice.seller?.country !== country) return [];
  return omissions
    .filter(({ need, fact }) => need === 'law' && names.test(fact.name))
    .map(({ fact }) => {
      const discovery = discover({ field: fact.name, expected: describeFact(fact.value, language) });
      return certainty === 'doubt' && context.strict === true ? { ...discovery, severity: 'error' } : discovery;
    });
}

/** A word that the law of the seller's country wants on the page and that stands nowhere on it. */
export function findUnsaid(evidence: Evidence, country: CountryCode, field: string, words: string | null): Discovery[] {
  const { invoice, prints } = evidence;
  if (words === null || prints.length === 0 || invoice.seller?.country !== country || isSaid(evidence, words))
    return [];
  return [discover({ field, expected: words })];
}

/** Tax that the buyer owes, without any of the wordings that tell it so; each wording is all its parts. */
export function findNoReverseCharge(
  evidence: Evidence,
  country: CountryCode,
  wordings: readonly (readonly string[])[],
): Discovery[] {
  const { invoice, prints } = evidence;
  const isReversed = invoice.vat.some(({ category }: VatSubtotal) => category === 'AE');
  if (!isReversed || prints.length === 0 || invoice.seller?.country !== country) return [];
  if (wordings.some((parts) => parts.every((part) => isSaid(evidence, part)))) return [];
  return [discover({ field: 'exemption', expected: wordings[0]?.join(' - ') ?? null })];
}

/** Whether words stand anywhere on the pages, however they are broken into lines. */
function isSaid({ read }: Evidence, words: string): boolean {
  const said = squash(read.pages.flatMap((page) => page.runs.map((run) => run.text)).join(''));
  return said.includes(squash(words));
}

function squash(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00ad\u2010\u2011-]+/gu, '')
    .toLowerCase();
}
