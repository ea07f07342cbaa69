import type { Source, Transaction } from './dintero/index.ts';
import { toEInvoiceFile } from './einvoice/index.ts';
import type { Engine } from './engine.ts';

/** Details of the form that Kravia gives, valid by their check digits; they never leave the rehearsal. */
const STAND_IN_DETAILS = {
  NOK: { iban: 'NO0215063092174', bban: '15063092174', swift: 'DNBANOKKXXX', kid: '300000019497814' },
  SEK: { iban: 'SE2950000000052011448827', swift: 'ESSESESS', kid: '771003010226' },
  EUR: { iban: 'FI5050001520011443', swift: 'OKOYFIHH', kid: 'RF1920260410779' },
} as const;

/**
 * Lays out, and throws away, the document that a transaction would get if it were captured now. Whatever would refuse it
 * afterwards (sums, seller, channel, a missing glyph) refuses it while nothing has been collected yet.
 *
 * @throws Fault as `engine.render` does, but none about capture or payment details
 */
export function rehearseIssue(engine: Engine, { session, transaction }: Source): void {
  const { invoice } = engine.layOut({ session, transaction: asIfCaptured(transaction) });
  const { eInvoice } = engine.options;
  if (eInvoice !== undefined) toEInvoiceFile(invoice, eInvoice);
}

function asIfCaptured(transaction: Transaction): Transaction {
  const { iban, swift, kid, ...rest } = STAND_IN_DETAILS[toKey(transaction.currency)];
  const time = transaction.created_at ?? '2026-01-02T00:00:00.000Z';
  return {
    ...transaction,
    metadata: {
      'kravia:invoice_number': 'REHEARSAL-1',
      ...transaction.metadata,
      'kravia:payment_details:kid': kid,
      'kravia:payment_details:bank_account:iban': iban,
      'kravia:payment_details:bank_account:swift': swift,
      'kravia:payment_details:bank_account:bban': 'bban' in rest ? rest.bban : null,
    },
    events: [
      ...(transaction.events ?? []),
      { event: 'INITIATE_CAPTURE', success: true, amount: transaction.amount, created_at: time },
    ],
  };
}

/** Other currencies are refused, or invoiced from Norway, by the rules that come after. */
function toKey(currency: string): keyof typeof STAND_IN_DETAILS {
  return currency === 'SEK' || currency === 'EUR' ? currency : 'NOK';
}
