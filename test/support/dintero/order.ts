import type { StandIn } from './stand-in.ts';
import type { Json } from './world.ts';

export const BILLING_ADDRESS = {
  first_name: 'Kari',
  last_name: 'Nordmann',
  business_name: 'Havnegata Bakeri AS',
  organization_number: '927500116',
  email: 'regnskap@havnegata.example',
  address_line: 'Havnegata 14',
  postal_code: '5003',
  postal_place: 'Bergen',
  country: 'NO',
} as const;

export const ITEMS = [
  { id: 'item-1', line_id: '1', description: 'Consulting services', quantity: 1, amount: 40000, vat: 25 },
  { id: 'item-2', line_id: '2', description: 'Coffee', quantity: 2, amount: 10000, vat: 25 },
] as const;

/** An order of two lines, with its buyer. */
export const ORDER = {
  amount: 50000,
  currency: 'NOK',
  merchant_reference: 'order-123',
  items: ITEMS,
  billing_address: BILLING_ADDRESS,
} as const;

/** A request for a session whose invoice the merchant delivers. */
export const SESSION_REQUEST = {
  url: { return_url: 'https://example.com/accept', callback_url: 'https://example.com/callback' },
  order: ORDER,
  configuration: {
    kravia: {
      type: 'payment_type',
      invoice_b2b: { type: 'payment_product_type', enabled: true, days_until_due: 14, invoice_channel: 'merchant' },
    },
  },
} as const;

/** An authorised transaction in the stand-in, without a request; gives its id. */
export function authorise(dintero: StandIn, request: Json = SESSION_REQUEST): string {
  const { id } = dintero.world.createSession(structuredClone(request)).body as { id: string };
  return String(dintero.world.complete(id)['id']);
}
