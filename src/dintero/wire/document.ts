import { z } from 'zod';
import { MAX_DESCRIPTION_LENGTH, text } from './primitives.ts';

/** Most pages that one document says go along with it. */
export const MAX_ATTACHMENT_PAGES = 9999;

/**
 * What a record's own caller says of its document, beside what Dintero knows: `"document"` of the record. Not Dintero's,
 * so unknown keys are refused.
 */
export const documentSchema = z.strictObject({
  /** The credit note's own number. */
  credit_note_number: text(255).nullish(),
  /** Marks the document as a copy. */
  copy: z.boolean().nullish(),
  /** A word to this buyer. */
  note: text(MAX_DESCRIPTION_LENGTH).nullish(),
  /** Pages that go along with the document. */
  attachment_pages: z.int().min(0).max(MAX_ATTACHMENT_PAGES).nullish(),
  /** What one unit of the order's currency is in the seller's own. */
  vat_rate_national: z.number().positive().nullish(),
});
export type DocumentDetails = z.infer<typeof documentSchema>;
