import { invoiceFaults } from '../faults.ts';
import { requireReference } from './characters.ts';

/** The longest number that a document carries; accounting systems stop well before. */
const MAX_CHARACTERS = 100;

/**
 * Reads the number of a sales document, which is printed as it is: printable ASCII, spaces only singly and inside.
 *
 * @throws REFERENCE_MISSING, REFERENCE_CHARSET, REFERENCE_SHAPE
 */
export function parseInvoiceNumber(text: string | null | undefined, path?: string): string {
  const value = requireReference(text, 'invoice number', 'printable ASCII', path);
  if (value.length <= MAX_CHARACTERS && value === value.trim() && !value.includes('  ')) return value;
  throw invoiceFaults.REFERENCE_SHAPE({
    message:
      `Unexpected invoice number of ${value.length} characters, ` +
      `expected at most ${MAX_CHARACTERS} without spaces at the ends or in a row`,
    path,
  });
}
