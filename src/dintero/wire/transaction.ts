import { z } from 'zod';
import { orderAddressSchema, storeSchema } from './address.ts';
import { invoiceSettings, invoiceSettingsSchema } from './configuration.ts';
import { eventMetadataSchema, transactionMetadataSchema } from './metadata.ts';
import { orderItemsSchema, shippingOptionSchema } from './order.ts';
import { amount, id, MAX_EVENTS, MAX_REFERENCE_LENGTH, optionalText, text } from './primitives.ts';

/** Dintero's `TransactionEvent`: one thing that happened to the money. */
const transactionEventSchema = z.looseObject({
  /** INITIALIZE, AUTHORIZE, INITIATE_CAPTURE, CAPTURE, INITIATE_VOID, VOID … */
  event: text(60),
  success: z.boolean().nullish(),
  amount: amount.optional(),
  created_at: optionalText(40),
  error: z.looseObject({ code: optionalText(200) }).nullish(),
  metadata: eventMetadataSchema.nullish(),
});
export type TransactionEvent = z.infer<typeof transactionEventSchema>;

/** Dintero's `Transaction`, as far as an invoice needs it. */
export const transactionSchema = z.looseObject({
  id,
  session_id: id.nullish(),
  status: optionalText(60),
  amount,
  currency: text(3),
  /** Such as `kravia.invoice_b2b`. */
  payment_product_type: optionalText(100),
  merchant_reference: optionalText(MAX_REFERENCE_LENGTH),
  merchant_reference_2: optionalText(MAX_REFERENCE_LENGTH),
  created_at: optionalText(40),
  items: orderItemsSchema.nullish(),
  shipping_option: shippingOptionSchema.nullish(),
  billing_address: orderAddressSchema.nullish(),
  shipping_address: orderAddressSchema.nullish(),
  store: storeSchema.nullish(),
  ...invoiceSettings,
  payment: invoiceSettingsSchema.nullish(),
  metadata: transactionMetadataSchema.nullish(),
  events: z.array(transactionEventSchema).max(MAX_EVENTS).nullish(),
});
export type Transaction = z.infer<typeof transactionSchema>;
