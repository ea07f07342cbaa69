import { dinteroFaults } from '../faults.ts';
import { assertStatus } from '../state.ts';
import type { Transaction } from '../wire/transaction.ts';
import type { CaptureRequest } from './requests.ts';

/** The order's own amount and items, with what Dintero tells items apart by. */
export function toCaptureRequest(amount: number, items: Transaction['items']): CaptureRequest {
  const own = (items ?? []).flatMap(({ line_id, id, amount: part }) =>
    part === undefined ? [] : [{ ...(line_id ? { line_id } : {}), ...(id ? { id } : {}), amount: part }],
  );
  // Items are all of them or none: a part would be a capture of a part.
  return own.length === 0 || own.length !== items?.length ? { amount } : { amount, items: own };
}

/**
 * Makes sure that collection of a transaction can begin, or has begun.
 *
 * @throws GROUPED_INVOICE, TRANSACTION_…
 */
export function assertCapturable(transaction: Transaction): void {
  if (transaction.payment_product_type === 'kravia.invoice_b2b_grouped') {
    const path = 'transaction.payment_product_type';
    throw dinteroFaults.GROUPED_INVOICE({ message: `Unexpected kravia.invoice_b2b_grouped in ${path}`, path });
  }
  assertStatus({ transaction }, 'invoice');
}
