import { describe, expectTypeOf, it } from 'vitest';
import type { Session, Transaction } from '#dist/dintero/index.js';

/**
 * Dintero's published types (`payments.d.ts` of its Node SDK, April 2026) of the fields that are read here, with what
 * its documentation adds for Kravia. Whole objects have more; every field is optional unless said otherwise.
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
  billing_address?: PublishedAddress;
  events?: { event: string; success?: boolean; amount?: number; created_at?: string }[];
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
  });
});
