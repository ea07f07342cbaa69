import { z } from 'zod';
import { MAX_NAME_LENGTH, MAX_REFERENCE_LENGTH, optionalText } from './primitives.ts';

/**
 * Dintero's `OrderAddress`: who is billed or delivered to. Every field may be missing; what an invoice needs is asked
 * for when it is made. There is no VAT number and no region.
 */
export const orderAddressSchema = z.looseObject({
  first_name: optionalText(MAX_NAME_LENGTH),
  last_name: optionalText(MAX_NAME_LENGTH),
  business_name: optionalText(MAX_NAME_LENGTH),
  co_address: optionalText(MAX_NAME_LENGTH),
  address_line: optionalText(MAX_NAME_LENGTH),
  address_line_2: optionalText(MAX_NAME_LENGTH),
  postal_code: optionalText(20),
  postal_place: optionalText(MAX_NAME_LENGTH),
  /** ISO 3166 alpha-2. */
  country: optionalText(2),
  /** For businesses; a consumer's may be a national identity number and is never shown. */
  organization_number: optionalText(40),
  customer_reference: optionalText(MAX_REFERENCE_LENGTH),
  cost_center: optionalText(MAX_REFERENCE_LENGTH),
});
export type OrderAddress = z.infer<typeof orderAddressSchema>;

/** Dintero's `Store`: the seller as the order names it. */
export const storeSchema = z.looseObject({
  /** Trade name. */
  name: optionalText(MAX_NAME_LENGTH),
  /** Legal name. */
  business_name: optionalText(MAX_NAME_LENGTH),
  address: z
    .looseObject({
      address_line: optionalText(MAX_NAME_LENGTH),
      address_line_2: optionalText(MAX_NAME_LENGTH),
      postal_code: optionalText(20),
      postal_place: optionalText(MAX_NAME_LENGTH),
      country: optionalText(2),
    })
    .nullish(),
  email: optionalText(MAX_NAME_LENGTH),
  phone_number: optionalText(40),
  /** Such as `123456789MVA`. */
  organization_number: optionalText(40),
});
export type Store = z.infer<typeof storeSchema>;
