import type { FactValue } from '../invoice/index.ts';
import type { ReadDocument } from '../readback/index.ts';
import { saysFact } from './compare-fact.ts';
import type { Language } from './printed/index.ts';
import { toLines } from './printed-fact.ts';

/** Words that one value may be printed over: IBAN in fours takes six, an amount with its currency five. */
const MOST_WORDS = 8;

/** Whether a value stands anywhere in a document's text, as whole words of one line. No proof, only a sign of life. */
export function findInText(read: ReadDocument, value: FactValue, language: Language): boolean {
  return read.pages.some((page) =>
    toLines(page.runs).some((line) => {
      const words = line.split(' ');
      return words.some((_, from) =>
        words
          .slice(from, from + MOST_WORDS)
          .some((__, length) => saysFact([words.slice(from, from + length + 1).join(' ')], value, language)),
      );
    }),
  );
}
