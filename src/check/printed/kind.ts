import { type Language, WRITING } from './language.ts';
import { foldText } from './text.ts';

/** Reads the document's name: `Faktura`, `Kreditnota`, `Lasku` … Null where it is another word in this language. */
export function parseKind(text: string, language: Language): 'invoice' | 'credit-note' | null {
  const word = foldText(text).toLowerCase();
  if (WRITING[language].invoice.includes(word)) return 'invoice';
  return WRITING[language].creditNote.includes(word) ? 'credit-note' : null;
}
