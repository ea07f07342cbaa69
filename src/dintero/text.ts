import { invoiceFaults } from '../invoice/index.ts';
import type { Warn } from './warnings.ts';

/** Letters of our languages, figures and signs with single spaces between: most texts, which need no look. */
const ORDINARY = /^[!-~\u00C0-\u017F]+(?: [!-~\u00C0-\u017F]+)*$/;
// Not \s, which counts the byte order mark among the spaces.
const SPACES = /[\p{Z}\t-\r\u0085]+/gu;
/** Control characters, soft hyphens, zero-width and directional marks, and other characters that do not print. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/**
 * A free text as it can be printed: composed (NFC), spaces of any kind single, ends trimmed, and without characters that
 * do not show but change what a reader sees or a machine copies. Removed characters give a warning. Empty for a text
 * that is absent.
 */
export function cleanText(raw: string | null | undefined, path: string, warn: Warn): string {
  if (raw === null || raw === undefined) return '';
  if (ORDINARY.test(raw)) return raw;
  const spaced = raw.normalize('NFC').replace(SPACES, ' ');
  const clean = spaced.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  const marks = spaced.match(INVISIBLE);
  if (marks !== null) {
    const found = [...new Set(marks.map(nameCodePoint))].join(', ');
    warn({
      ruleId: 'source-text-cleaned',
      field: path,
      found,
      message: `Unexpected ${found} in ${path}, expected characters that print; left out`,
    });
  }
  return clean;
}

/**
 * A reference that people compare, such as an order number: like a free text, but nothing is ever left out of it. Null
 * where it is absent or blank.
 *
 * @throws REFERENCE_CHARSET for a character that does not print
 */
export function cleanReference(raw: string | null | undefined, path: string): string | null {
  const spaced = (raw ?? '').normalize('NFC').replace(SPACES, ' ').trim();
  const [mark] = spaced.match(INVISIBLE) ?? [];
  if (mark !== undefined) {
    throw invoiceFaults.REFERENCE_CHARSET({
      message: `Unexpected ${nameCodePoint(mark)} in ${path}, expected characters that print`,
      path,
    });
  }
  return spaced === '' ? null : spaced;
}

function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
