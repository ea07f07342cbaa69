import { z } from 'zod';
import { optionalText } from './primitives.ts';

const daysUntilDue = z.int().min(0).max(365).nullish();

/**
 * Where an invoice's channel and terms may be set. The channel has had two names: `invoice_channel` (kravia, merchant)
 * in the documentation, `invoice_delivery_method` (provider, merchant) before it.
 */
export const invoiceSettings = {
  days_until_due: daysUntilDue,
  invoice_channel: optionalText(40),
  invoice_delivery_method: optionalText(40),
};

/** The settings of one payment product, or of a payment as it was asked for. */
export const invoiceSettingsSchema = z.looseObject(invoiceSettings);
export type InvoiceSettings = z.infer<typeof invoiceSettingsSchema>;

const kraviaProductSchema = z.looseObject({ ...invoiceSettings, enabled: z.boolean().nullish() });

/** `configuration` of a session, as far as Kravia's invoices go. */
export const configurationSchema = z.looseObject({
  merchant: z.looseObject({ country: optionalText(2) }).nullish(),
  kravia: z
    .looseObject({
      invoice_b2b: kraviaProductSchema.nullish(),
      invoice_b2b_grouped: kraviaProductSchema.nullish(),
      invoice_b2c: kraviaProductSchema.nullish(),
    })
    .nullish(),
  payment_options: z
    .array(z.looseObject({ payment_product_type: optionalText(100), details: invoiceSettingsSchema.nullish() }))
    .max(1000)
    .nullish(),
});
