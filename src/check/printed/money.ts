import type { Decimal } from '../../base/index.ts';
import type { Language } from './language.ts';
import { parseNumber } from './number.ts';
import { foldText } from './text.ts';

/** An amount as printed. */
export interface PrintedMoney {
  readonly amount: Decimal;
  /** ISO codes that the printed currency may stand for; null where none is printed. `kr` stands for three. */
  readonly currencies: readonly string[] | null;
}

const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  $: ['USD'],
  '£': ['GBP'],
  kr: ['NOK', 'SEK', 'DKK'],
  'kr.': ['NOK', 'SEK', 'DKK'],
};

const AROUND =
  /^(?<minus>[-\u2010\u2011\u2013\u2212] ?)?(?<before>[€$£]|[A-Za-z]{2,3}\.?)? ?(?<number>[^A-Za-z€$£]*?) ?(?<after>[€$£]|[A-Za-z]{2,3}\.?)?$/u;

/**
 * Reads an amount with two decimals, more, or none, its currency before or after it or left out: `17 086,50 NOK`, `kr 500`,
 * `−120,00`. Null where it is no amount in this language.
 */
export function parsePrice(text: string, language: Language): PrintedMoney | null {
  const { minus = '', before, number = '', after } = AROUND.exec(foldText(text))?.groups ?? {};
  if (before !== undefined && after !== undefined) return null;
  const amount = parseNumber(minus + number, language);
  if (amount === null || !isPrice(amount)) return null;
  const printed = before ?? after;
  if (printed === undefined) return { amount, currencies: null };
  const currencies = toCurrencies(printed);
  return currencies === null ? null : { amount, currencies };
}

/** Two decimals, none, or as many more as say something: `200,000` is rather a slip than a price. */
function isPrice({ units, scale }: Decimal): boolean {
  return scale === 0 || scale === 2 || (scale > 2 && units % 10 !== 0);
}

/** Reads an amount of money: as `parsePrice`, with two decimals or none. */
export function parseMoney(text: string, language: Language): PrintedMoney | null {
  const price = parsePrice(text, language);
  return price !== null && price.amount.scale <= 2 ? price : null;
}

/** The ISO codes that a printed currency may stand for; null where it is none that we know. */
export function toCurrencies(printed: string): readonly string[] | null {
  const symbol = SYMBOLS[printed.toLowerCase()];
  if (symbol !== undefined) return symbol;
  return /^[A-Z]{3}$/.test(printed) ? [printed] : null;
}
