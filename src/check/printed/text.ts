/**
 * Printed text as it is compared: canonical composition (so that å is one character however it was typed) and every
 * stretch of white space as one space. Nothing else is evened out; a look-alike letter stays a different letter.
 */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Words of Latin-1 with single spaces between them, as nearly all text is: nothing there composes, so it is folded already. */
const FOLDED = /^[\x21-\x7e\xa1-\xff]+(?: [\x21-\x7e\xa1-\xff]+)*$/;

/** Text without any white space. For references and accounts, whose groups are a matter of looks. */
export function dropSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}

/**
 * Whether printed lines, one after another, are the expected text. A line break may stand where the text has a space or
 * where it has none (after a hyphen, or inside a word too long for its column); inside a line every space counts.
 */
export function linesMatchText(lines: readonly string[], expected: string): boolean {
  let rest = foldText(expected);
  for (const line of lines) {
    const printed = foldText(line);
    if (!rest.startsWith(printed)) return false;
    rest = rest.slice(printed.length).trimStart();
  }
  return rest === '';
}

/** Folded text without one of the given lower-case words, if it begins or ends with it. */
export function dropWord(folded: string, words: readonly string[]): string {
  const lower = folded.toLowerCase();
  for (const word of words) {
    if (lower.startsWith(`${word} `)) return folded.slice(word.length + 1);
    if (lower.endsWith(` ${word}`)) return folded.slice(0, -(word.length + 1));
  }
  return folded;
}
