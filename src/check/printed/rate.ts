import { type Language, WRITING } from './language.ts';
import { parseNumber } from './number.ts';
import { dropWord, foldText } from './text.ts';

/**
 * Reads a percentage into basis points: `25 %`, `25,5 %`, with the language's word for VAT before or after it or
 * left out. Null where it is none, or finer than a basis point.
 */
export function parseRate(text: string, language: Language): number | null {
  const percentage = /^(?<figure>.+?) ?%$/u.exec(dropWord(foldText(text), WRITING[language].vat));
  const number = parseNumber(percentage?.groups?.['figure'] ?? '', language);
  if (number === null || number.units < 0) return null;
  const bps = (BigInt(number.units) * 100n * 10_000n) / 10n ** BigInt(number.scale);
  return bps % 10_000n === 0n ? Number(bps / 10_000n) : null;
}
