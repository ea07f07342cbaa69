import { findProduct } from './product.ts';
import type { InvoiceSettings } from './wire/configuration.ts';
import type { Source } from './wire/source.ts';

/** Settings of the invoice and where they stand. */
export interface PlacedSettings {
  readonly settings: InvoiceSettings;
  /** JSON path of the object that holds them. */
  readonly path: string;
  /** What Dintero asks first (`payment`: this session or payment), and what it falls back to (`checkout`). */
  readonly level: 'payment' | 'checkout';
}

/**
 * Every place of a source that may set the invoice's channel and terms, in Dintero's order of precedence: the session's
 * own configuration and the payment, then the checkout's payment options.
 */
export function listInvoiceSettings(source: Source): readonly PlacedSettings[] {
  const { session, transaction } = source;
  const product = findProduct(source);
  const { kravia, payment_options } = session.configuration ?? {};
  const places: (readonly [InvoiceSettings | null | undefined, string])[] = [
    [product && kravia?.[product], `session.configuration.kravia.${product}`],
    [session.payment, 'session.payment'],
    [transaction.payment, 'transaction.payment'],
    [transaction, 'transaction'],
  ];
  const options = (payment_options ?? []).map((option, index) => ({
    option,
    path: `session.configuration.payment_options[${index}].details`,
  }));
  return [
    ...places.flatMap(([settings, path]) => (settings ? [{ settings, path, level: 'payment' } as const] : [])),
    ...options.flatMap(({ option: { payment_product_type: type, details }, path }) =>
      details && (!type || type === `kravia.${product}`)
        ? [{ settings: details, path, level: 'checkout' } as const]
        : [],
    ),
  ];
}
