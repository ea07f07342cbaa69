import type { ComputedStyle } from '../style.ts';

/** A letter with the marks on it, at the beginning of the text or after white space. */
const WORD_START = /(?<=^|[\p{Z}\s])(?:[^\p{L}\p{N}\s]*)\p{Ll}/gu;

/** Applies `text-transform` by Unicode's own case mappings, the same whatever the language (CSS Text 3 §2.1). */
export function transformText(text: string, transform: ComputedStyle['textTransform']): string {
  switch (transform) {
    case 'none':
      return text;
    case 'uppercase':
      return text.toUpperCase();
    case 'lowercase':
      return text.toLowerCase();
    case 'capitalize':
      return text.replace(WORD_START, (start) => start.toUpperCase());
  }
}
