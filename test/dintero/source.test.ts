import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSource } from '#dist/dintero/index.js';
import { faultOf as catchFault } from './fixtures.ts';

type Json = { [key: string]: Json } & Json[] & (string | number | boolean | null);

function sample(): Json {
  return JSON.parse(readFileSync(new URL('../../fixtures/documentation-sample/source.json', import.meta.url), 'utf8'));
}

/** The sample with one value replaced (or removed, if undefined) at a dotted path. */
function spoiled(path: string, value: unknown): unknown {
  const source = sample();
  const keys = path.split('.');
  let at: Record<string, unknown> = source;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return source;
}

const faultOf = (json: unknown) => catchFault(() => parseSource(json));

describe('parseSource', () => {
  test('reads {session, transaction}', () => {
    const source = parseSource(sample());
    expect(source.session.order.amount).toBe(50000);
    expect(source.transaction.metadata?.['kravia:payment_details:kid']).toBe('300000019497814');
    expect(source.brandKey).toBeNull();
  });

  test('reads a transaction that carries its session, to the same source', () => {
    const { session, transaction } = sample();
    expect(parseSource({ ...(transaction as object), session, brand: 'fjord' })).toEqual({
      ...parseSource({ session, transaction }),
      brandKey: 'fjord',
    });
  });

  test('keeps unknown keys', () => {
    const source = parseSource(spoiled('session.order.items.0.x_colour', { amount: 'not ours' }));
    expect(source.session.order.items?.[0]?.['x_colour']).toEqual({ amount: 'not ours' });
  });

  test('null means absent where a field is optional', () => {
    const source = parseSource(spoiled('session.order.items.0.groups', null));
    expect(source.session.order.items?.[0]?.groups).toBeNull();
  });

  test('keys of Object.prototype change nothing', () => {
    const json = JSON.parse(JSON.stringify(sample()).replace('"order":{', '"order":{"__proto__":{"items":[]},'));
    expect(parseSource(json).session.order.items).toHaveLength(1);
    expect(Object.getPrototypeOf(parseSource(json).session.order)).toBe(Object.prototype);
  });

  const amounts = ['session.order.amount', 'session.order.vat_amount', 'session.order.items.0.amount'];
  test.each(amounts.concat('transaction.amount', 'transaction.items.0.amount', 'transaction.events.0.amount'))(
    'an amount at %s is an integer or nothing',
    (path) => {
      for (const bad of [500.5, '50000', '', Number.NaN, Number.POSITIVE_INFINITY, -0, 2 ** 53, null, true, [1], {}]) {
        const fault = faultOf(spoiled(path, bad));
        expect(fault.code).toBe('AMOUNT_INVALID');
        expect(fault.path).toBe(path.replace(/\.(\d+)/g, '[$1]'));
      }
    },
  );

  test.each([
    ['session.order.amount', undefined, 'SOURCE_INVALID', 'session.order.amount'],
    ['session.order', undefined, 'SOURCE_INVALID', 'session.order'],
    ['transaction.id', undefined, 'SOURCE_INVALID', 'transaction.id'],
    ['transaction.id', '../secrets', 'ID_INVALID', 'transaction.id'],
    ['transaction.id', 'a'.repeat(129), 'ID_INVALID', 'transaction.id'],
    ['session.id', 'https://elsewhere.example', 'ID_INVALID', 'session.id'],
    ['brand', '../other', 'ID_INVALID', 'brand'],
    ['session.order.items', {}, 'SOURCE_INVALID', 'session.order.items'],
    ['session.order.items.0.description', 7, 'SOURCE_INVALID', 'session.order.items[0].description'],
    ['session.order.items.0.description', 'a\0b', 'TEXT_INVALID', 'session.order.items[0].description'],
    ['session.order.items.0.description', 'a\uD800b', 'TEXT_INVALID', 'session.order.items[0].description'],
    ['session.order.items.0.description', 'é'.repeat(2001), 'TEXT_TOO_LONG', 'session.order.items[0].description'],
    ['session.order.items.0.vat', '25', 'RATE_INVALID', 'session.order.items[0].vat'],
    ['session.order.items.0.vat', 101, 'RATE_INVALID', 'session.order.items[0].vat'],
    ['session.order.items.0.quantity', 0, 'QUANTITY_INVALID', 'session.order.items[0].quantity'],
    ['session.order.items.0.quantity', 1 / 3, 'QUANTITY_INVALID', 'session.order.items[0].quantity'],
    ['session.configuration.kravia.invoice_b2b.days_until_due', 366, 'SOURCE_INVALID', undefined],
    ['session.transaction_id', 'P12345678.other', 'SESSION_MISMATCH', 'session.transaction_id'],
    ['transaction.session_id', 'P12345678.other', 'SESSION_MISMATCH', 'transaction.session_id'],
    [
      'transaction.metadata.kravia:payment_details:kid',
      300000019497814,
      'SOURCE_INVALID',
      'transaction.metadata["kravia:payment_details:kid"]',
    ],
  ])('%s = %j is refused', (at, value, code, path) => {
    const fault = faultOf(spoiled(at, value));
    expect(fault.code).toBe(code);
    if (path !== undefined) expect(fault.path).toBe(path);
  });

  test('a repeated line_id is refused in each list, but the lists may share them', () => {
    const item = { line_id: '1', amount: 1 };
    const fault = faultOf(spoiled('transaction.items', [item, { line_id: '2', amount: 1 }, item]));
    expect(fault).toMatchObject({ code: 'DUPLICATE_LINE_ID', path: 'transaction.items[2].line_id' });
    expect(() => parseSource(spoiled('session.order.items', [{ amount: 1 }, { amount: 2 }]))).not.toThrow();
  });

  test.each([[null], [[]], ['text'], [7], [{}], [{ transaction: {} }], [{ id: 'P1', amount: 1 }]])(
    'refuses %j as a source',
    (json) => {
      expect(faultOf(json).code).toBe('SOURCE_INVALID');
    },
  );

  test('no message shows what may be a national identity number', () => {
    for (const value of ['01019012345', 1019012345, ['01019012345'], '01019012345'.repeat(20)]) {
      const fault = faultOf(spoiled('session.order.billing_address', { organization_number: [value] }));
      expect(JSON.stringify(fault) + fault.stack).not.toContain('1019012345');
      const long = faultOf(spoiled('session.order.billing_address', { organization_number: `${value}`.repeat(20) }));
      expect(JSON.stringify(long) + long.stack).not.toContain('1019012345');
    }
  });
});
