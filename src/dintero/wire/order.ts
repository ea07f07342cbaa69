import { z } from 'zod';
import { quoteText } from '../quote.ts';
import { orderAddressSchema, storeSchema } from './address.ts';
import {
  amount,
  MAX_DESCRIPTION_LENGTH,
  MAX_LINES,
  MAX_NAME_LENGTH,
  MAX_REFERENCE_LENGTH,
  optionalText,
  percent,
  quantity,
  text,
  type WireIssue,
} from './primitives.ts';

/** Dintero's `DiscountItem`: a positive amount that was taken off. */
const discountLineSchema = z.looseObject({
  amount: amount.optional(),
  percentage: percent.nullish(),
  discount_type: optionalText(MAX_NAME_LENGTH),
  discount_id: optionalText(MAX_REFERENCE_LENGTH),
  description: optionalText(MAX_DESCRIPTION_LENGTH),
});
export type DiscountLine = z.infer<typeof discountLineSchema>;

/**
 * Dintero's `OrderItem`. `amount` is the whole line with VAT, after discounts; there is no unit price. `gross_amount` is
 * the line before discounts. `vat_amount` is for display and often wrong.
 */
const orderItemSchema = z.looseObject({
  id: optionalText(MAX_REFERENCE_LENGTH),
  line_id: optionalText(MAX_REFERENCE_LENGTH),
  description: optionalText(MAX_DESCRIPTION_LENGTH),
  /** Dintero has physical, digital, service, gift_card, shipping and surcharge; shops may send others. */
  type: optionalText(40),
  groups: z
    .array(z.looseObject({ id: text(MAX_REFERENCE_LENGTH), name: optionalText(MAX_NAME_LENGTH) }))
    .max(100)
    .nullish(),
  quantity: quantity.nullish(),
  /** Not in Dintero's own shape, which keeps unknown keys: the unit of the quantity, as shops add it. */
  unit: optionalText(20),
  /** Nor this: a second line about the item, such as its size or colour. */
  detail: optionalText(MAX_DESCRIPTION_LENGTH),
  amount: amount.optional(),
  gross_amount: amount.optional(),
  vat: percent.nullish(),
  vat_amount: amount.optional(),
  discount_lines: z.array(discountLineSchema).max(1000).nullish(),
});
export type OrderItem = z.infer<typeof orderItemSchema>;

/** Items of one list, whose `line_id`s are unique where given. */
export const orderItemsSchema = z
  .array(orderItemSchema)
  .max(MAX_LINES)
  .superRefine((items, context) => {
    const seen = new Set<string>();
    for (const [index, item] of items.entries()) {
      if (typeof item.line_id !== 'string') continue;
      if (seen.has(item.line_id)) {
        const found = quoteText(item.line_id);
        const wire: WireIssue = { code: 'DUPLICATE_LINE_ID', found: `second ${found}`, expected: 'each line_id once' };
        context.addIssue({ code: 'custom', params: { wire }, path: [index, 'line_id'], message: wire.expected });
      }
      seen.add(item.line_id);
    }
  });

const timeSpanSchema = z.looseObject({ starts_at: optionalText(40), ends_at: optionalText(40) });

/** Dintero's `ShippingOption`, as chosen: one more line of the order, wherever it stands. */
export const shippingOptionSchema = z.looseObject({
  id: optionalText(MAX_REFERENCE_LENGTH),
  line_id: optionalText(MAX_REFERENCE_LENGTH),
  title: optionalText(MAX_NAME_LENGTH),
  description: optionalText(MAX_DESCRIPTION_LENGTH),
  operator: optionalText(MAX_NAME_LENGTH),
  amount,
  vat: percent.nullish(),
  vat_amount: amount.optional(),
  /** The time agreed for delivery, as opposed to `eta`, which is a guess. */
  time_slot: timeSpanSchema.nullish(),
});
export type ShippingOption = z.infer<typeof shippingOptionSchema>;

/** A gift card that pays a part of `order.amount`. */
const giftCardSchema = z.looseObject({ type: optionalText(MAX_NAME_LENGTH), amount });

/** Dintero's `SessionOrder`. All amounts with VAT; `amount` is after every discount. */
export const orderSchema = z.looseObject({
  amount,
  currency: text(3),
  vat_amount: amount.optional(),
  merchant_reference: optionalText(MAX_REFERENCE_LENGTH),
  merchant_reference_2: optionalText(MAX_REFERENCE_LENGTH),
  partial_payment: z.boolean().nullish(),
  items: orderItemsSchema.nullish(),
  shipping_option: shippingOptionSchema.nullish(),
  discount_lines: z.array(discountLineSchema).max(1000).nullish(),
  gift_cards: z.array(giftCardSchema).max(1000).nullish(),
  billing_address: orderAddressSchema.nullish(),
  shipping_address: orderAddressSchema.nullish(),
  store: storeSchema.nullish(),
});
