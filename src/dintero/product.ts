import { dinteroFaults } from './faults.ts';
import { quoteText } from './quote.ts';
import type { Source } from './wire/source.ts';

/** Kravia's payment products, as keys of `configuration.kravia`. */
export type KraviaProduct = 'invoice_b2b' | 'invoice_b2b_grouped' | 'invoice_b2c';

const PRODUCTS: readonly KraviaProduct[] = ['invoice_b2b', 'invoice_b2b_grouped', 'invoice_b2c'];
const PREFIX = 'kravia.';

/**
 * Which Kravia product pays: the transaction says so; where it does not, the only product that the session enables.
 * Null where it is another product or cannot be told.
 */
export function findProduct({ session, transaction }: Source): KraviaProduct | null {
  const type = transaction.payment_product_type;
  if (type) return PRODUCTS.find((product) => type === PREFIX + product) ?? null;
  const kravia = session.configuration?.kravia;
  const enabled = PRODUCTS.filter((product) => kravia?.[product] && kravia[product].enabled !== false);
  return enabled.length === 1 ? (enabled[0] ?? null) : null;
}

/**
 * Makes sure that the transaction is paid by an invoice which a merchant may deliver.
 *
 * @throws PRODUCT_UNSUPPORTED, GROUPED_INVOICE
 */
export function assertProduct(source: Source): void {
  const product = findProduct(source);
  const path = 'transaction.payment_product_type';
  if (product === 'invoice_b2b_grouped') {
    throw dinteroFaults.GROUPED_INVOICE({
      message: `Unexpected ${PREFIX}${product} in ${path}, expected ${PREFIX}invoice_b2b or ${PREFIX}invoice_b2c`,
      path,
    });
  }
  if (product !== null) return;
  const type = source.transaction.payment_product_type;
  throw dinteroFaults.PRODUCT_UNSUPPORTED({
    message: `Unexpected ${type ? quoteText(type) : 'nothing'} in ${path}, expected ${PREFIX}invoice_b2b or ${PREFIX}invoice_b2c`,
    path,
  });
}
