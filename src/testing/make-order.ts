import { vatInGross } from '../base/index.ts';

/** One line of an order that is made up. */
export interface OrderedLine {
  readonly description: string;
  readonly quantity: number;
  readonly unit: string | null;
  /** The whole line with VAT, in minor units; positive. */
  readonly grossMinor: number;
  readonly ratePercent: number;
}

/** What an order is made of. */
export interface MadeUpOrder {
  readonly country: keyof typeof COUNTRIES;
  readonly buyer: string;
  readonly reference: string;
  readonly lines: readonly OrderedLine[];
}

/** Accounts, references and addresses that satisfy every check digit, a set for each country; nobody's. */
export const COUNTRIES = {
  NO: {
    fixture: 'one-line',
    currency: 'NOK',
    rates: [0, 12, 15, 25],
    address: { address_line: 'Havnegata 14', postal_code: '5003', postal_place: 'Bergen', country: 'NO' },
  },
  SE: {
    fixture: 'sweden-b2b',
    currency: 'SEK',
    rates: [0, 6, 12, 25],
    address: { address_line: 'Ängsgatan 3', postal_code: '431 30', postal_place: 'Mölndal', country: 'SE' },
  },
  FI: {
    fixture: 'finland-b2b',
    currency: 'EUR',
    rates: [0, 10, 14, 25.5],
    address: { address_line: 'Torikatu 5 B 12', postal_code: '44100', postal_place: 'Äänekoski', country: 'FI' },
  },
} as const;

type Json = Readonly<Record<string, unknown>>;

/** The order as Dintero would return it: everything but lines, buyer and reference is that of the country's fixture. */
export function makeOrder({ country, buyer, reference, lines }: MadeUpOrder, fixtureSource: Uint8Array): object {
  const base = JSON.parse(Buffer.from(fixtureSource).toString('utf8')) as { session: Json; transaction: Json };
  const items = lines.map(toItem);
  const amount = items.reduce((sum, item) => sum + item.amount, 0);
  const vat_amount = items.reduce((sum, item) => sum + item.vat_amount, 0);
  const { currency, address } = COUNTRIES[country];
  const billing_address = { business_name: buyer, first_name: 'Kari', last_name: 'Nordmann', ...address };
  const order = { amount, currency, vat_amount, merchant_reference: reference, items, billing_address };
  const events = (base.transaction['events'] as readonly Json[]).map((event) => {
    const { items: _captured, ...rest } = event;
    return { ...rest, amount };
  });
  const { shipping_address: _elsewhere, ...transaction } = base.transaction;
  return {
    session: { ...base.session, order },
    transaction: { ...transaction, amount, merchant_reference: reference, items, billing_address, events },
  };
}

function toItem({ description, quantity, unit, grossMinor, ratePercent }: OrderedLine, index: number) {
  return {
    id: `P-${index + 1}`,
    line_id: String(index + 1),
    description,
    quantity,
    ...(unit === null ? {} : { unit }),
    amount: grossMinor,
    vat: ratePercent,
    vat_amount: vatInGross(grossMinor, Math.round(ratePercent * 100)),
  };
}
