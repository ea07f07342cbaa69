import type { CalendarDate, Decimal } from '../../base/index.ts';
import type { FactValue } from '../../invoice/index.ts';
import type { ReadDocument } from '../../readback/index.ts';
import { foldText } from '../printed/index.ts';
import { readValue } from './read-value.ts';
import { toWordLines, type Word } from './words.ts';

/** Tells whether a value stands anywhere in a document, in whatever place: a sign of life, and no proof. */
export type Mentions = (value: FactValue) => boolean;

/** More words than these no figure is printed over: `1 234 567,00` takes three. */
const MOST_WORDS = 4;

/** Goes through a document once; after that each question is looked up. */
export function collectMentions(read: ReadDocument): Mentions {
  const lines = read.pages.flatMap((page) => toWordLines(page));
  const text = foldWords(lines.map((line) => line.map((word) => word.text).join(' ')).join(' '));
  const compact = text.replace(/[\s.-]/gu, '');
  const numbers = new Set<string>();
  const dates = new Set<CalendarDate>();
  for (const line of lines) {
    line.forEach((word, at) => {
      if (!/\d/.test(word.text)) return;
      for (const words of listWindows(line, at)) {
        for (const number of readNumbers(words)) numbers.add(number);
        for (const value of readValue(words, 'date')?.values ?? []) if (value.kind === 'date') dates.add(value.date);
      }
    });
  }
  const hasNumber = (number: Decimal) => numbers.has(toKey(Math.abs(number.units), number.scale));
  const hasText = (words: string) => text.includes(foldWords(words));

  return (value) => {
    switch (value.kind) {
      case 'money':
        return hasNumber({ units: value.minor, scale: 2 });
      case 'rate':
        return hasNumber({ units: value.rateBps, scale: 2 });
      case 'quantity':
        return hasNumber(value.quantity);
      case 'unit-price':
        return hasNumber(value.net) || hasNumber(value.gross);
      case 'discount': {
        const { percentBps } = value;
        const amounts = [value.netMinor, value.grossMinor, ...(percentBps === null ? [] : [percentBps])];
        return amounts.some((units) => hasNumber({ units, scale: 2 }));
      }
      case 'date':
        return dates.has(value.date);
      case 'reference':
        return compact.includes(value.reference.toLowerCase().replace(/[\s.-]/gu, ''));
      case 'organization-number':
        return compact.includes(value.value.toLowerCase());
      case 'text':
        return hasText(value.text);
      case 'address': {
        const { lines: streets, postalCode, postalPlace } = value.address;
        return [...streets, postalCode, postalPlace].every((part) => part === null || hasText(part));
      }
      case 'currency':
        return hasText(value.currency) || (value.currency === 'EUR' ? text.includes('€') : /\bkr\b/u.test(text));
      // A document that has no names for what it says has none that is known for itself either.
      case 'document-kind':
        return true;
    }
  };
}

/** Ligatures as the letters that they stand for, colons as the spaces that `toWordLines` makes of them. */
function foldWords(text: string): string {
  return foldText(text.normalize('NFKC').replaceAll(':', ' ')).toLowerCase();
}

/** One word, two and more of them, from one on. */
function listWindows(line: readonly Word[], at: number): string[] {
  const words = line.slice(at, at + MOST_WORDS).map(({ text }) => text);
  return words.map((_, index) => words.slice(0, index + 1).join(' '));
}

const NUMBER =
  /^[-\u2010\u2011\u2013\u2212(]?(?<whole>\d{1,3}(?:[ .,'\u2019]\d{3})+|\d+)(?:[.,](?<fraction>\d+))?[%).,;-]*$/u;

/** Every number that a reader of any country may take figures for: `1.250` is twelve hundred, or one and a quarter. */
function readNumbers(words: string): string[] {
  const numbers: string[] = [];
  const { whole, fraction = '' } = NUMBER.exec(words)?.groups ?? {};
  if (whole !== undefined) numbers.push(toKey(Number(whole.replace(/\D/gu, '') + fraction), fraction.length));
  const [, units = '', decimals = ''] = /^(\d{1,3})[.,](\d{3})[%).,;-]*$/u.exec(words) ?? [];
  if (decimals !== '') numbers.push(toKey(Number(units + decimals), decimals.length));
  return numbers;
}

/** The same for the same number, however many zeros it ends in. */
function toKey(units: number, scale: number): string {
  let [rest, places] = [units, scale];
  while (places > 0 && rest % 10 === 0) {
    rest /= 10;
    places -= 1;
  }
  return `${rest}/${places}`;
}
