import { createHash } from 'node:crypto';

/** Longest stem kept as it is; file systems allow 255 bytes for the whole name. */
const STEM_LIMIT = 100;

/** Names that Windows reserves for devices, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A file's stem for any text, such as an invoice number: ASCII letters, digits, `-`, `_` and inner dots stay; every
 * other byte of its UTF-8 form becomes `%XX`, so that no name leaves its folder and two different texts never share one.
 */
export function encodeFileStem(text: string): string {
  const escaped = [...new TextEncoder().encode(text)].map((byte) => {
    const character = String.fromCharCode(byte);
    return /[A-Za-z0-9._-]/.test(character) ? character : escapeByte(byte);
  });
  const joined = escaped.join('').replace(/^\.|\.$/g, escapeByte('.'.charCodeAt(0)));
  const safe = RESERVED.test(joined) || joined === '' ? `_${joined}` : joined;
  if (safe.length <= STEM_LIMIT && !safe.startsWith('-')) return safe;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `_${safe.slice(0, STEM_LIMIT)}-${digest}`;
}

function escapeByte(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
