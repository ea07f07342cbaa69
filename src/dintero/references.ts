import type { References } from '../invoice/index.ts';
import { findBillingAddress } from './buyer.ts';
import { dinteroFaults } from './faults.ts';
import { cleanReference } from './text.ts';
import type { Source } from './wire/source.ts';

/**
 * The references that seller and buyer know the order by.
 *
 * @throws SOURCE_INVALID without a merchant_reference, REFERENCE_CHARSET
 */
export function readReferences(source: Source): References {
  const { session, transaction } = source;
  const billing = findBillingAddress(source);
  const orderPath = 'session.order.merchant_reference';
  const order =
    cleanReference(session.order.merchant_reference, orderPath) ??
    cleanReference(transaction.merchant_reference, 'transaction.merchant_reference');
  if (order === null) {
    throw dinteroFaults.SOURCE_INVALID({
      message: `Unexpected absence of ${orderPath}, expected the merchant's own reference`,
      path: orderPath,
    });
  }
  return {
    transactionId: transaction.id,
    order,
    // The second reference can be set on the transaction after checkout, so that one is newer.
    order2:
      cleanReference(transaction.merchant_reference_2, 'transaction.merchant_reference_2') ??
      cleanReference(session.order.merchant_reference_2, 'session.order.merchant_reference_2'),
    buyer: cleanReference(billing.address.customer_reference, `${billing.path}.customer_reference`),
    costCenter: cleanReference(billing.address.cost_center, `${billing.path}.cost_center`),
  };
}
