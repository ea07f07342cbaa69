import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault, sumMinor } from '#dist/base/index.js';
import { toInvoice } from '#dist/dintero/index.js';
import { copySource, faultOf } from './fixtures.ts';
import { type RandomOrder, randomOrder, toSource } from './orders.ts';

const make = (source: Parameters<typeof toInvoice>[0]) => toInvoice(source, null, { seller: 'optional' });

describe('random orders', () => {
  test('state what the transaction collects, to the øre', () => {
    fc.assert(
      fc.property(randomOrder, (order) => {
        const { totals, lines, vat } = make(toSource(order));
        expect(totals).toMatchObject({
          payableMinor: order.payable,
          prepaidMinor: order.prepaid,
          roundingMinor: order.rounding,
        });
        expect(sumMinor(lines.map((line) => line.grossMinor))).toBe(totals.grossMinor);
        expect(sumMinor(vat.map((rate) => rate.grossMinor))).toBe(totals.grossMinor);
        expect(lines.map((line) => line.position)).toEqual(lines.map((_line, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });

  test('are refused when any one amount is another', () => {
    let accepted = 0;
    fc.assert(
      fc.property(randomOrder, fc.nat(), fc.integer({ min: -1000, max: 1000 }), (order, which, by) => {
        fc.pre(by !== 0);
        const amounts = listAmounts(order);
        const [owner, key] = amounts[which % amounts.length] ?? [];
        if (owner === undefined || key === undefined) return;
        owner[key] = Number(owner[key]) + by;
        // Where the change is the size of a gift card, the order may be read another way, to the same result.
        const invoice = tryInvoice(order);
        if (invoice !== null) expect(invoice.totals.payableMinor).toBe(order.json.transaction['amount']);
        expect(invoice === null || invoice.totals.prepaidMinor === order.prepaid).toBe(true);
        accepted += invoice === null ? 0 : 1;
      }),
      { numRuns: 500 },
    );
    expect(accepted).toBeLessThan(5);
  });
});

/** Every amount that enters into the sums, each with its owner. */
function listAmounts({ json }: RandomOrder): (readonly [Record<string, unknown>, string])[] {
  const { order } = json.session;
  const items = [order['items'], json.transaction['items']].flatMap((list) => (Array.isArray(list) ? list : []));
  const option = order['shipping_option'];
  return [order, json.transaction, ...items, ...(option ? [option as Record<string, unknown>] : [])].map((owner) => [
    owner,
    'amount',
  ]);
}

function tryInvoice(order: RandomOrder): ReturnType<typeof make> | null {
  try {
    return make(toSource(order));
  } catch (error) {
    if (error instanceof Fault && error.kind === 'input') return null;
    throw error;
  }
}

describe('sums', () => {
  test('Finnish rates keep their half percent', () => {
    expect(make(copySource('finland-b2b')).vat.map((rate) => rate.rateBps)).toEqual([2550, 1350]);
  });

  test('a mismatch names both figures', () => {
    const source = copySource('documentation-sample');
    source.session.order.amount = 49900;
    const fault = faultOf(() => make(source));
    expect(fault.code).toBe('SOURCE_SUM_MISMATCH');
    expect(fault.message).toContain('49900');
    expect(fault.message).toContain('50000');
  });

  test('order discounts that the items already contain are not taken off again', () => {
    const source = copySource('documentation-sample');
    source.session.order.discount_lines = [{ amount: 5000, description: 'Medlem' }];
    const { lines, totals } = make(source);
    expect(lines).toHaveLength(1);
    expect(totals.payableMinor).toBe(50000);
  });

  test('order discounts beside the items become one line for each rate', () => {
    const { lines } = make(copySource('line-and-order-discounts'));
    const discounts = lines.filter((line) => line.type === 'discount');
    expect(discounts.map(({ rateBps, description }) => [rateBps, description])).toEqual([
      [2500, 'Velkomstrabatt'],
      [1500, 'Velkomstrabatt'],
    ]);
    expect(sumMinor(discounts.map((line) => line.grossMinor))).toBe(-25000);
  });

  test('gift cards told both as items and as gift_cards are taken off once', () => {
    const source = copySource('gift-card-item');
    source.session.order.gift_cards = [{ type: 'dintero.wallets', amount: 50000 }];
    expect(make(source).totals.prepaidMinor).toBe(50000);
  });

  test('an order.amount that is already less its gift cards is understood', () => {
    const source = copySource('gift-card-order');
    source.session.order.amount -= 75000;
    expect(make(source).totals).toMatchObject({ prepaidMinor: 75000, payableMinor: source.transaction.amount });
  });

  test('a partial payment is explained by gift cards', () => {
    const source = copySource('gift-card-order');
    source.session.order.amount -= 75000;
    source.session.order.partial_payment = true;
    expect(make(source).totals.prepaidMinor).toBe(75000);
  });

  test('a sold gift card is a sale', () => {
    const source = copySource('documentation-sample');
    const [item] = source.session.order.items ?? [];
    if (item) Object.assign(item, { type: 'gift_card', vat: 0 });
    expect(make(source)).toMatchObject({ lines: [{ type: 'sale', rateBps: 0 }], totals: { prepaidMinor: 0 } });
  });

  test.each([
    [{ type: 'surcharge', vat: 0 }, 99, 'rounding'],
    [{ type: 'surcharge', vat: 0 }, -99, 'rounding'],
    [{ id: 'rounding-fee' }, 40, 'rounding'],
    [{ line_id: 'rounding-fee' }, -40, 'rounding'],
    [{ type: 'surcharge', vat: 0 }, 100, 'surcharge'],
    [{ type: 'surcharge', vat: 25 }, 50, 'surcharge'],
    [{ type: 'surcharge', vat: 0, vat_amount: 10 }, 50, 'surcharge'],
    [{ vat: 0 }, 50, 'sale'],
    [{ vat: 25 }, -5000, 'discount'],
  ])('an item %j of %i is counted as %s', (item, amount, kind) => {
    const source = copySource('documentation-sample');
    const { order } = source.session;
    order.items?.push({ description: 'Noe', ...item, amount });
    order.amount += amount;
    source.transaction.amount += amount;
    source.transaction.items = null;
    source.transaction.events = [{ event: 'INITIATE_CAPTURE', created_at: '2026-11-23T08:00:00Z' }];
    const { lines, totals } = make(source);
    expect(totals.roundingMinor).toBe(kind === 'rounding' ? amount : 0);
    expect(lines[1]?.type).toBe(kind === 'rounding' ? undefined : kind);
  });

  test('shipping that stands both in items and as the option is counted once', () => {
    const source = copySource('classic-comp');
    const { order } = source.session;
    const { id, line_id, title, amount, vat } = order.shipping_option ?? { amount: 0 };
    order.items?.push({ id, line_id, description: title, type: 'shipping', amount, vat });
    expect(make(source).totals.payableMinor).toBe(1708650);
    expect(make(source).lines).toHaveLength(9);
  });

  test('an order without items is read from the transaction', () => {
    const source = copySource('classic-comp');
    source.session.order.items = null;
    expect(make(source).lines).toHaveLength(9);
    delete source.session.order.shipping_option;
    expect(make(source).lines).toHaveLength(9);
  });
});
