import { z } from 'zod';
import { optionalText } from './primitives.ts';

const MAX_VALUE_LENGTH = 500;
const value = optionalText(MAX_VALUE_LENGTH);

/**
 * `transaction.metadata`: flat keys that contain colons. References are texts; a number would have lost its leading
 * zeros, so it is refused.
 */
export const transactionMetadataSchema = z.looseObject({
  'kravia:invoice_number': value,
  'kravia:payment_details:kid': value,
  'kravia:payment_details:bank_account:bban': value,
  'kravia:payment_details:bank_account:iban': value,
  'kravia:payment_details:bank_account:swift': value,
  merchant_country: value,
});

/** `metadata` of a transaction's event. */
export const eventMetadataSchema = z.looseObject({
  'kravia:invoice_number': value,
  'kravia:invoice_date': value,
  'kravia:invoice_due_date': value,
});
export type EventMetadata = z.infer<typeof eventMetadataSchema>;
