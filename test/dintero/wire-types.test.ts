import { describe, expectTypeOf, it } from 'vitest';
import type { Session, Transaction } from '#dist/dintero/index.js';

/**
 * Dintero's published types (`payments.d.ts` of its Node SDK, April 2026) of the fields that are read here, with what
 * its documentation adds for Kravia. The SDK is not on npm, so its shapes are written down. Whole objects have more;
 * every field is optional unless said otherwise.
 */
interface PublishedAddress {
  first_name?: string;
  last_name?: string;
  business_name?: string;
  organization_number?: string;
  address_line?: string;
  address_line_2?: string;
  co_address?: string;
  postal_code?: string;
  postal_place?: string;
  country?: string;
  customer_reference?: string;
  cost_center?: string;
}

interface PublishedItem {
  id?: string;
  line_id?: string;
  description?: string;
  quantity?: number;
  amount?: number;
  vat_amount?: number;
  vat?: number;
  type?: string;
  groups?: { id: string; name?: string }[];
  gross_amount?: number;
  discount_lines?: PublishedDiscount[];
}

interface PublishedDiscount {
  amount?: number;
  percentage?: number;
  discount_type?: string;
  discount_id?: string;
  description?: string;
}

interface PublishedShippingOption {
  id?: string;
  line_id?: string;
  title?: string;
  description?: string;
  operator?: string;
  amount: number;
  vat?: number;
  vat_amount?: number;
  time_slot?: { starts_at?: string; ends_at?: string };
}

interface PublishedStore {
  name?: string;
  business_name?: string;
  address?: { address_line?: string; postal_code?: string; postal_place?: string; country?: string };
  email?: string;
  organization_number?: string;
  phone_number?: string;
}

interface PublishedOrder {
  amount: number;
  currency: string;
  vat_amount?: number;
  merchant_reference?: string;
  merchant_reference_2?: string;
  items?: PublishedItem[];
  billing_address?: PublishedAddress;
  shipping_address?: PublishedAddress;
  partial_payment?: boolean;
  shipping_option?: PublishedShippingOption;
  discount_lines?: PublishedDiscount[];
  gift_cards?: { type?: string; amount: number }[];
  store?: PublishedStore;
}

interface PublishedTransaction {
  id: string;
  session_id?: string;
  status?: string;
  amount: number;
  currency: string;
  payment_product_type?: string;
  merchant_reference?: string;
  created_at?: string;
  items?: PublishedItem[];
  merchant_reference_2?: string;
  billing_address?: PublishedAddress;
  shipping_address?: PublishedAddress;
  shipping_option?: PublishedShippingOption;
  store?: PublishedStore;
  metadata?: { 'kravia:invoice_number'?: string; 'kravia:invoice_url'?: string };
  events?: {
    event: string;
    success?: boolean;
    amount?: number;
    created_at?: string;
    error?: { code?: string };
    metadata?: { 'kravia:invoice_number'?: string; 'kravia:invoice_date'?: string; 'kravia:invoice_due_date'?: string };
  }[];
}

/** What a session sets for one way to pay by invoice; grouped invoices have no channel. */
interface PublishedInvoiceConfiguration {
  enabled?: boolean;
  days_until_due?: number;
  invoice_channel?: string;
  invoice_delivery_method?: string;
}

/** The wire writes null where the published types leave a key out; both are read as absent. */
type Present<T> = T extends readonly (infer Entry)[]
  ? Present<Entry>[]
  : T extends object
    ? { [Key in keyof T]: Present<Exclude<T[Key], null | undefined>> }
    : T;

describe('the shapes that are read', () => {
  it('are those that Dintero publishes', () => {
    expectTypeOf<Present<Pick<Session['order'], keyof PublishedOrder>>>().toExtend<Present<PublishedOrder>>();
    expectTypeOf<Present<Pick<Transaction, keyof PublishedTransaction>>>().toExtend<Present<PublishedTransaction>>();
    type Kravia = NonNullable<NonNullable<Session['configuration']>['kravia']>;
    expectTypeOf<Present<NonNullable<Kravia['invoice_b2b']>>>().toExtend<PublishedInvoiceConfiguration>();
    expectTypeOf<Present<NonNullable<Kravia['invoice_b2c']>>>().toExtend<PublishedInvoiceConfiguration>();
  });
});
