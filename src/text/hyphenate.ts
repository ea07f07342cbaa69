import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Patterns {
  hyphenateSync(text: string, options: { readonly hyphenChar: string; readonly minWordLength: number }): string;
}

/**
 * Patterns by language, as TeX has them. They take their time to load, so each is loaded when a text first asks for it;
 * they are constants of the program like its code.
 */
const PATTERNS: Readonly<Record<string, () => Patterns>> = {
  nb: () => require('hyphen/nb') as Patterns,
  nn: () => require('hyphen/nn') as Patterns,
  sv: () => require('hyphen/sv') as Patterns,
  fi: () => require('hyphen/fi') as Patterns,
  da: () => require('hyphen/da') as Patterns,
  en: () => require('hyphen/en-gb') as Patterns,
  'en-us': () => require('hyphen/en-us') as Patterns,
};

/** Every language that text is hyphenated in; in others, words stay whole (CSS Text 3 §6.1). */
export const HYPHENATED_LANGUAGES: readonly string[] = Object.keys(PATTERNS);

const SOFT_HYPHEN = '\u00ad';

/** Browsers leave shorter words whole too. */
const MIN_WORD_LETTERS = 5;

/** Letters with nothing but punctuation around them: no addresses, numbers or codes. */
const WORD = /(?<=^|[\s(«“"'–-])\p{L}{5,}(?=$|[\s)»”"'.,;:!?–-]+(?:\s|$)|[\s)»”"'–-])/gu;

/** The text with a soft hyphen at every place where a word of that language may be divided. Its own ones stay. */
export function hyphenate(text: string, language: string): string {
  const tag = language.toLowerCase();
  const load = PATTERNS[tag] ?? PATTERNS[tag.split('-')[0] ?? ''];
  if (load === undefined || !/\p{L}{5}/u.test(text)) return text;
  const patterns = load();
  return text.replace(WORD, (word) =>
    patterns.hyphenateSync(word, { hyphenChar: SOFT_HYPHEN, minWordLength: MIN_WORD_LETTERS }),
  );
}
