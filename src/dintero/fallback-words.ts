import type { CountryCode } from '../invoice/index.ts';

/** What a line is called that its source does not describe, in the language of the seller's country. */
export type FallbackWord = 'discount' | 'shipping' | 'surcharge';

const NORWEGIAN: Readonly<Record<FallbackWord, string>> = { discount: 'Rabatt', shipping: 'Frakt', surcharge: 'Gebyr' };
const ENGLISH: Readonly<Record<FallbackWord, string>> = {
  discount: 'Discount',
  shipping: 'Shipping',
  surcharge: 'Surcharge',
};

const WORDS: Readonly<Record<CountryCode, Readonly<Record<FallbackWord, string>>>> = {
  NO: NORWEGIAN,
  SE: { discount: 'Rabatt', shipping: 'Frakt', surcharge: 'Avgift' },
  FI: { discount: 'Alennus', shipping: 'Toimitus', surcharge: 'Lisämaksu' },
  DK: { discount: 'Rabat', shipping: 'Fragt', surcharge: 'Gebyr' },
};

/** The word for a line without a description; sales have none, because only the seller knows what was sold. */
export function findFallbackWord(word: FallbackWord, country: CountryCode): string {
  return (WORDS[country] ?? ENGLISH)[word];
}
