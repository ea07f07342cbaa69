import { discover, type Rule } from '../rule.ts';

export const glyphMissing: Rule = {
  id: 'glyph-missing',
  channel: 'text',
  severity: 'error',
  why: 'A character without a glyph prints as an empty box, and the reader guesses what stood there.',
  passes: ['text Ærlig talt, søster: Ångström'],
  fails: ['text a\u0000b'],
  find: ({ read }) =>
    read.pages
      .flatMap((page) => page.runs)
      .filter((run) => NO_CHARACTERS.some((character) => run.text.includes(character)))
      .map((run) => {
        const found = NO_CHARACTERS.reduce((text, character) => text.replaceAll(character, '\uFFFD'), run.text);
        const saying = { where: run.fact ?? 'the text', expected: 'characters that the font has' };
        return discover({ field: run.fact, found, at: run, saying });
      }),
};

/** U+0000 is what a glyph without a character is read as; the others are never text. */
const NO_CHARACTERS = ['\u0000', '\uFFFD', '\uFFFE', '\uFFFF'];
