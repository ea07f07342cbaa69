import { CURRENCY_DIGITS, type Currency } from '../base/index.ts';
import { dinteroFaults } from './faults.ts';
import { quoteText } from './quote.ts';
import type { Source } from './wire/source.ts';

/**
 * The one currency of session and transaction.
 *
 * @throws CURRENCY_UNKNOWN, CURRENCY_MISMATCH
 */
export function readCurrency({ session, transaction }: Source): Currency {
  const { currency } = session.order;
  if (!isCurrency(currency)) {
    throw dinteroFaults.CURRENCY_UNKNOWN({
      message: `Unexpected ${quoteText(currency)} in session.order.currency, expected ${Object.keys(CURRENCY_DIGITS).join(', ')}`,
      path: 'session.order.currency',
    });
  }
  if (transaction.currency !== currency) {
    throw dinteroFaults.CURRENCY_MISMATCH({
      message: `Unexpected ${quoteText(transaction.currency)} in transaction.currency, expected ${currency} as in session.order`,
      path: 'transaction.currency',
    });
  }
  return currency;
}

function isCurrency(text: string): text is Currency {
  return Object.hasOwn(CURRENCY_DIGITS, text);
}
