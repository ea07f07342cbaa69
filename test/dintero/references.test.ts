import { describe, expect, test } from 'vitest';
import { toInvoice } from '#dist/dintero/index.js';
import { copySource, faultOf } from './fixtures.ts';

const make = (source: ReturnType<typeof copySource>) => toInvoice(source, null, { seller: 'optional' });
const PERSONAL = ['01019000083', '010190 00083', '900101-1239', '010190-123M'];

describe.each(PERSONAL)('an identity number as a reference (%s)', (number) => {
  test('is left out with a warning where the reference is optional', () => {
    const source = copySource('documentation-sample');
    Object.assign(source.session.order, { merchant_reference_2: number });
    Object.assign(source.session.order.billing_address ?? {}, { customer_reference: number, cost_center: number });
    const invoice = make(source);
    expect(invoice.references).toMatchObject({ order: 'order-123', order2: null, buyer: null, costCenter: null });
    expect(invoice.warnings.map(({ ruleId, field }) => [ruleId, field])).toEqual([
      ['source-reference-personal', 'session.order.merchant_reference_2'],
      ['source-reference-personal', 'session.order.billing_address.customer_reference'],
      ['source-reference-personal', 'session.order.billing_address.cost_center'],
    ]);
    expect(JSON.stringify(invoice)).not.toContain(number);
  });

  test.each(['session.order', 'transaction'])('is refused as the merchant_reference of %s', (owner) => {
    const source = copySource('documentation-sample');
    source.session.order.merchant_reference = owner === 'transaction' ? null : number;
    source.transaction.merchant_reference = number;
    const fault = faultOf(() => make(source));
    expect(fault).toMatchObject({ code: 'REFERENCE_PERSONAL', path: `${owner}.merchant_reference` });
    expect(JSON.stringify([fault.message, fault.hint, fault.path])).not.toContain(number);
  });
});

test('an older second reference does not stand in for a personal one', () => {
  const source = copySource('documentation-sample');
  source.session.order.merchant_reference_2 = 'older';
  source.transaction.merchant_reference_2 = '01019000083';
  expect(make(source).references.order2).toBeNull();
});

test('other references are printed as they are', () => {
  const source = copySource('documentation-sample');
  Object.assign(source.session.order.billing_address ?? {}, { customer_reference: '15063092174', cost_center: '4711' });
  expect(make(source).references).toMatchObject({ buyer: '15063092174', costCenter: '4711' });
});
