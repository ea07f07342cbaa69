import { z } from 'zod';
import { configurationSchema, invoiceSettingsSchema } from './configuration.ts';
import { orderSchema } from './order.ts';
import { id, optionalText } from './primitives.ts';

/** Dintero's checkout session: the source of truth that Kravia collects by. */
export const sessionSchema = z.looseObject({
  id: id.nullish(),
  transaction_id: id.nullish(),
  created_at: optionalText(40),
  order: orderSchema,
  configuration: configurationSchema.nullish(),
  /** Of merchant-initiated payments, where it comes back. */
  payment: invoiceSettingsSchema.nullish(),
});
export type Session = z.infer<typeof sessionSchema>;
