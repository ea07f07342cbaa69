const SLOTS = 2048;

/** Longer words are seldom said twice. */
const LONGEST = 32;

/** By a sum over their characters; a newer word takes an older one's place. */
const words: (string | undefined)[] = new Array<string | undefined>(SLOTS).fill(undefined);

/**
 * The bytes from one position to another as text, each a character. Files say the same few hundred names, keys and
 * operators over and over, so that most are words that have been made before.
 */
export function toWord(bytes: Uint8Array, start: number, end: number): string {
  let sum = 0;
  for (let i = start; i < end; i += 1) sum = (Math.imul(sum, 31) + (bytes[i] ?? 0)) | 0;
  const slot = sum & (SLOTS - 1);
  const known = words[slot];
  if (known !== undefined && isAt(known, bytes, start, end)) return known;
  const word = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  if (word.length <= LONGEST) words[slot] = word;
  return word;
}

function isAt(word: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1) if (word.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
