import { foldText, LANGUAGES, WRITING } from './printed/index.ts';

/** Something in running text that a reader takes for a figure of the invoice. */
export interface Figure {
  readonly kind: 'amount' | 'date' | 'share' | 'number';
  readonly text: string;
}

const MONTHS = [...new Set(LANGUAGES.flatMap((language) => WRITING[language].months))].join('|');

const CURRENCY = '(?:kr\\.?|NOK|SEK|DKK|EUR|USD|GBP|€|\\$|£)';
const WHOLE = "\\d{1,3}(?:[ .,'\u2019]\\d{3})+|\\d+";
const SIGN = '[-+\\u2010\\u2011\\u2013\\u2212] ?';

/** From the most to the least particular: what one pattern has taken, the next does not see. */
const PATTERNS: readonly (readonly [Figure['kind'], RegExp])[] = [
  ['date', /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/gu],
  ['date', /(?<!\d)\d{1,2}(?:\. ?\d{1,2}\. ?|\/\d{1,2}\/|-\d{1,2}-)(?:\d{4}|\d{2})(?!\d)/gu],
  ['date', new RegExp(`(?<!\\d)\\d{1,2}\\.? (?:${MONTHS}|[a-z]{3}) \\d{4}(?!\\d)`, 'giu')],
  ['share', new RegExp(`(?:${SIGN})?\\d+(?:[.,]\\d+)? ?%`, 'gu')],
  ['amount', new RegExp(`(?<![\\p{L}\\d])${CURRENCY} ?(?:${SIGN})?(?:${WHOLE})(?:[.,]\\d+|[,:]-)?`, 'giu')],
  ['amount', new RegExp(`(?:${SIGN})?(?<![\\d.,])(?:${WHOLE})(?:[.,]\\d+)? ?${CURRENCY}(?!\\p{L})`, 'giu')],
  ['amount', new RegExp(`(?:${SIGN})?(?<![\\d.,])(?:${WHOLE})(?:[.,]\\d{2}(?![\\d.,]*\\d)|[,:]-)`, 'gu')],
  ['number', /(?<![A-Z\d])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Z\d])/gu],
  ['number', /(?<!\d)\+?\d(?:[ .-]?\d){6,}(?!\d)/gu],
];

/**
 * Everything in a stretch of text that looks like an amount, a date, a share, an account or a long number, in any of the
 * languages and in some that nobody should write: what is looked for is what might mislead, not what is well written.
 */
export function findFigures(text: string): readonly Figure[] {
  // Every pattern asks for a digit.
  if (!/\d/.test(text)) return [];
  const figures: (Figure & { readonly at: number })[] = [];
  let rest = foldText(text);
  for (const [kind, pattern] of PATTERNS) {
    rest = rest.replace(pattern, (found, ...more) => {
      const at = more.find((argument) => typeof argument === 'number') ?? 0;
      figures.push({ kind, text: found.trim(), at });
      return '\u0001'.repeat(found.length);
    });
  }
  return figures.toSorted((a, b) => a.at - b.at).map(({ kind, text: found }) => ({ kind, text: found }));
}
