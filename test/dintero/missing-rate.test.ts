import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vatInGross } from '#dist/base/index.js';
import { parseSource, toInvoice } from '#dist/dintero/index.js';
import { faultOf, readBrand, readSource } from './fixtures.ts';

const brand = readBrand('documentation-sample');
const outsideRegister = brand && { ...brand, vatRegistered: false };

/** The sample with other items, whose amounts are what is paid. */
function withItems(items: readonly Record<string, unknown>[], vatAmount?: number) {
  const { session, transaction } = structuredClone(readSource('documentation-sample'));
  const amount = items.reduce((sum, item) => sum + Number(item['amount']), 0);
  const placed = items.map((item, index) => ({ line_id: String(index), description: 'Vare', ...item }));
  return parseSource({
    session: { ...session, order: { ...session.order, amount, vat_amount: vatAmount, items: placed } },
    transaction: {
      ...transaction,
      amount,
      items: undefined,
      events: [{ ...transaction.events?.[2], amount }],
    },
  });
}

const rates = (invoice: ReturnType<typeof toInvoice>) => invoice.lines.map(({ rateBps }) => rateBps);
const doubts = (invoice: ReturnType<typeof toInvoice>) => invoice.warnings.map(({ ruleId }) => ruleId);

describe('a line without a rate', () => {
  test.each([
    ['with nothing else to tell it', [{ amount: 50000 }], undefined, 0],
    ['null', [{ amount: 50000, vat: null }], undefined, 0],
    ['with VAT left at zero', [{ amount: 50000, vat_amount: 0 }], 0, 0],
    [
      'shipping beside a rated line',
      [
        { amount: 50000, vat: 25 },
        { amount: 9900, type: 'shipping' },
      ],
      undefined,
      1,
    ],
    [
      'a surcharge',
      [
        { amount: 50000, vat: 25 },
        { amount: 9900, type: 'surcharge' },
      ],
      undefined,
      1,
    ],
    ['a discount', [{ amount: 50000, vat: 25 }, { amount: -5000 }], undefined, 1],
    ['in an order whose VAT no rate gives', [{ amount: 50000 }], 9999, 0],
    ['in an order whose VAT two rates give', [{ amount: 5 }], 1, 0],
    ['of two that would need two rates', [{ amount: 12500 }, { amount: 11500 }], 4000, 0],
  ])('is refused: %s', (_, items, vatAmount, index) => {
    const fault = faultOf(() => toInvoice(withItems(items, vatAmount), brand));
    expect(fault).toMatchObject({ code: 'VAT_RATE_UNKNOWN', path: `session.order.items[${index}].vat` });
    expect(fault.message).toContain(`absence of session.order.items[${index}].vat`);
  });

  test.each([
    ['its own VAT amount', [{ amount: 50000, vat_amount: 10000 }], undefined, [2500]],
    ['the VAT of the order', [{ amount: 50000 }], 10000, [2500]],
    ['the VAT of the order, beside rated lines', [{ amount: 12500, vat: 25 }, { amount: 11500 }], 4000, [2500, 1500]],
    ['the VAT of the order, of which it has none', [{ amount: 12500, vat: 25 }, { amount: 900 }], 2500, [2500, 0]],
    [
      'the VAT of the order, rounded line by line',
      Array.from({ length: 4 }, () => ({ amount: 1002 })),
      800,
      [2500, 2500, 2500, 2500],
    ],
  ])('gets the rate that is told by %s, with a warning', (_, items, vatAmount, expected) => {
    const invoice = toInvoice(withItems(items, vatAmount), brand);
    expect(rates(invoice)).toEqual(expected);
    expect(doubts(invoice)[0]).toBe('source-rate-repaired');
  });

  test('is rated by the VAT of the order whatever is sold', () => {
    const amounts = fc.array(fc.integer({ min: 100_00, max: 100_000_00 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(amounts, fc.constantFrom(2500, 1500, 1200, 1111), (list, rateBps) => {
        const vat = vatInGross(
          list.reduce((sum, amount) => sum + amount, 0),
          rateBps,
        );
        const invoice = toInvoice(
          withItems(
            list.map((amount) => ({ amount })),
            vat,
          ),
          brand,
        );
        expect(rates(invoice)).toEqual(list.map(() => rateBps));
        expect(invoice.totals.vatMinor).toBe(vat);
        expect(doubts(invoice)).toEqual(['source-rate-repaired']);
      }),
    );
  });

  test.each([
    [
      'free shipping',
      [
        { amount: 50000, vat: 25 },
        { amount: 0, type: 'shipping' },
      ],
      [2500, 0],
    ],
    ['a gift card that is sold', [{ amount: 50000, type: 'gift_card' }], [0]],
    [
      'a gift card that pays',
      [
        { amount: 50000, vat: 25 },
        { amount: -10000, type: 'gift_card' },
      ],
      [2500],
    ],
    [
      'rounding',
      [
        { amount: 50000, vat: 25 },
        { amount: 40, id: 'rounding-fee' },
      ],
      [2500],
    ],
  ])('needs none: %s', (_, items, expected) => {
    expect(rates(toInvoice(withItems(items), brand))).toEqual(expected);
  });

  test('is untaxed where the seller is not registered', () => {
    expect(rates(toInvoice(withItems([{ amount: 50000 }]), outsideRegister))).toEqual([0]);
  });
});

test('a rate of zero that is stated stands', () => {
  expect(rates(toInvoice(withItems([{ amount: 50000, vat: 0 }]), brand))).toEqual([0]);
});

test('an order whose VAT contradicts the stated rates is a doubt', () => {
  expect(doubts(toInvoice(withItems([{ amount: 50000, vat: 15 }], 10000), brand))).toEqual(['source-vat-sum']);
});
