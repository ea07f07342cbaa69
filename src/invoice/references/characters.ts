import { invoiceFaults } from '../faults.ts';

/** What a reference may be written with. Everything else is refused before any check digit is looked at. */
export type Alphabet = 'digits' | 'digits and -' | 'digits and A to Z' | 'organisation number' | 'printable ASCII';

const OUTSIDE: Readonly<Record<Alphabet, RegExp>> = {
  digits: /[^0-9]/u,
  'digits and -': /[^0-9-]/u,
  'digits and A to Z': /[^0-9A-Z]/u,
  'organisation number': /[^0-9A-Za-z .+-]/u,
  'printable ASCII': /[^ -~]/u,
};

/**
 * The reference unchanged, if it is there and written in its alphabet alone. Unicode has dozens of digits and letters
 * that print like ours and are others (full-width, Arabic, Cyrillic, zero-width and directional marks); a payer's bank
 * knows none of them.
 *
 * @param what the reference's name as a person knows it, such as `KID`
 * @param path JSON path for the fault
 * @throws REFERENCE_MISSING for absent or empty text, REFERENCE_CHARSET for the first foreign character
 */
export function requireReference(
  text: string | null | undefined,
  what: string,
  alphabet: Alphabet,
  path: string | undefined,
): string {
  if (text === null || text === undefined || text === '') {
    throw invoiceFaults.REFERENCE_MISSING({ message: `Unexpected absence of ${what}, expected ${alphabet}`, path });
  }
  const index = text.search(OUTSIDE[alphabet]);
  if (index >= 0) {
    const codePoint = text.codePointAt(index) ?? 0;
    throw invoiceFaults.REFERENCE_CHARSET({
      message: `Unexpected ${nameCodePoint(codePoint)} at character ${index + 1} of ${what}, expected ${alphabet}`,
      path,
    });
  }
  return text;
}

/** `U+0661`, never the character itself: it may be invisible or turn the message around. */
function nameCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
