import fc from 'fast-check';
import { parseSource, type Source } from '#dist/dintero/index.js';
import { readSource } from './fixtures.ts';

/** One item of a random order, before it gets its place. */
interface RandomItem {
  readonly amount: number;
  readonly vat: number;
  readonly quantity: number;
  readonly statesVat: boolean;
}

/** A random order as a wire record, and the figures that its invoice must have. */
export interface RandomOrder {
  readonly json: { session: { order: Json }; transaction: Json };
  readonly payable: number;
  readonly prepaid: number;
  readonly rounding: number;
}

type Json = Record<string, unknown>;

const randomItem: fc.Arbitrary<RandomItem> = fc.record({
  amount: fc.integer({ min: 1, max: 5_000_000 }),
  vat: fc.constantFrom(25, 15, 12, 0),
  quantity: fc.oneof(
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1, max: 4000 }).map((n) => n / 8),
  ),
  statesVat: fc.boolean(),
});

/** Orders of up to forty lines with every way that shipping, gift cards, rounding and discounts can stand in them. */
export const randomOrder: fc.Arbitrary<RandomOrder> = fc
  .record({
    items: fc.array(randomItem, { minLength: 1, maxLength: 40 }),
    shipping: fc.option(fc.integer({ min: 1, max: 50_000 })),
    shippingPlace: fc.constantFrom('session', 'both', 'transaction'),
    rounding: fc.integer({ min: -99, max: 99 }),
    giftItem: fc.integer({ min: 0, max: 100 }),
    giftCard: fc.integer({ min: 0, max: 100 }),
    discount: fc.integer({ min: 0, max: 50 }),
  })
  .map(toOrder)
  .filter((order) => order.payable > 0);

/** The record, read as a source. */
export function toSource(order: RandomOrder): Source {
  return parseSource(order.json);
}

function toOrder(random: {
  items: RandomItem[];
  shipping: number | null;
  shippingPlace: string;
  rounding: number;
  giftItem: number;
  giftCard: number;
  discount: number;
}): RandomOrder {
  const goods = random.items.map((item, index) => toItem(item, index));
  const base = random.items.reduce((sum, item) => sum + item.amount, 0);
  const prepaidAsItem = random.giftItem === 0 ? 0 : Math.floor((base * random.giftItem) / 300);
  const prepaidAsCard = random.giftCard === 0 ? 0 : Math.floor((base * random.giftCard) / 300);
  const discount = random.discount === 0 ? 0 : Math.floor((base * random.discount) / 200);
  const items = [
    ...goods,
    ...(prepaidAsItem === 0
      ? []
      : [{ line_id: 'card', type: 'gift_card', description: 'Gavekort', amount: -prepaidAsItem }]),
    ...(random.rounding === 0
      ? []
      : [{ line_id: 'rounding-fee', description: 'Avrunding', amount: random.rounding, vat: 0 }]),
  ];
  const option =
    random.shipping === null
      ? null
      : { id: 'frakt', line_id: 'frakt-1', title: 'Frakt', amount: random.shipping, vat: 25 };
  const moved = option === null ? [] : [{ ...option, type: 'shipping', description: option.title }];
  const amount = base + (random.shipping ?? 0) + random.rounding - prepaidAsItem - discount;
  const inSession = option !== null && random.shippingPlace !== 'transaction';
  const { session, transaction } = structuredClone(readSource('documentation-sample'));
  const payable = amount - prepaidAsCard;
  return {
    json: {
      session: {
        ...session,
        order: {
          ...session.order,
          amount,
          vat_amount: undefined,
          items,
          ...(inSession ? { shipping_option: option } : {}),
          ...(discount === 0 ? {} : { discount_lines: [{ amount: discount, description: 'Rabatt' }] }),
          ...(prepaidAsCard === 0 ? {} : { gift_cards: [{ type: 'dintero.wallets', amount: prepaidAsCard }] }),
        },
      },
      transaction: {
        ...transaction,
        amount: payable,
        items: inSession && random.shippingPlace === 'session' ? undefined : [...items, ...moved],
        events: [{ ...transaction.events?.[2], amount: payable }],
      },
    },
    payable,
    prepaid: prepaidAsItem + prepaidAsCard,
    rounding: random.rounding,
  };
}

function toItem({ amount, vat, quantity, statesVat }: RandomItem, index: number): Json {
  const vatAmount = Math.round((amount * vat) / (100 + vat));
  return {
    line_id: String(index + 1),
    description: `Vare ${index + 1}`,
    amount,
    vat,
    quantity,
    ...(statesVat ? { vat_amount: vatAmount } : {}),
  };
}
