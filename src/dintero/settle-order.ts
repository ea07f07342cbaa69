import { type Fault, type MinorUnits, sumMinor } from '../base/index.ts';
import { explainOrder, type PlacedDiscount, sumLines } from './explain-order.ts';
import { dinteroFaults } from './faults.ts';
import { listSessionLines, listTransactionLines, type OrderLine } from './order-lines.ts';
import type { Source } from './wire/source.ts';

/** An order whose sums agree, taken apart into what is sold and what is counted below the lines. */
export interface SettledOrder {
  /** Sales, shipping, discounts and surcharges. */
  readonly lines: readonly OrderLine[];
  /** Discounts on the whole order that the items do not contain yet; mostly they do, and then there are none here. */
  readonly discounts: readonly PlacedDiscount[];
  readonly roundingMinor: MinorUnits;
  /** Paid by gift cards; not negative. */
  readonly prepaidMinor: MinorUnits;
}

/**
 * Holds the sums of session, transaction and items against each other, and finds out how gift cards and order discounts
 * enter into them. Dintero accepts orders whose sums disagree unless asked to be strict; a document of one would state a
 * total that its lines do not give.
 *
 * @throws SOURCE_SUM_MISMATCH with both figures, PARTIAL_PAYMENT_UNEXPLAINED, LINES_MISSING, TOTAL_NOT_POSITIVE
 */
export function settleOrder(source: Source): SettledOrder {
  assertSummable(source);
  const { lines, discounts, prepaidMinor } = explainOrder(source);
  assertTransactionLines(source, lines);
  const sold = lines.filter((line) => line.kind !== 'rounding' && line.kind !== 'gift-card');
  const goods = sumMinor([sumLines(sold), ...discounts.map(({ amount }) => -amount)]);
  if (source.transaction.amount <= 0) throw notPositive(source.transaction.amount, 'transaction.amount');
  if (goods <= 0) throw notPositive(goods, 'session.order.items');
  return {
    lines: sold,
    discounts,
    roundingMinor: sumLines(lines.filter(({ kind }) => kind === 'rounding')),
    prepaidMinor,
  };
}

/** Amounts are safe integers one by one; their sums must be too, so that nothing after this can lose a digit. */
function assertSummable(source: Source): void {
  const { order } = source.session;
  const lines = [...listSessionLines(source), ...listTransactionLines(source)];
  const discounts = [order, ...lines.map(({ item }) => item)].flatMap((owner) => owner.discount_lines ?? []);
  const amounts = [
    ...lines.flatMap(({ item, amount }) => [amount, item.gross_amount, item.vat_amount]),
    ...[...discounts, ...(order.gift_cards ?? []), ...(source.transaction.events ?? [])].map(({ amount }) => amount),
  ];
  const magnitude = amounts.reduce<bigint>((sum, amount = 0) => sum + BigInt(Math.abs(amount)), 0n);
  if (magnitude <= BigInt(Number.MAX_SAFE_INTEGER)) return;
  throw dinteroFaults.AMOUNT_INVALID({
    message: `Unexpected sum ${magnitude} of all amounts, expected at most 2^53 − 1`,
    path: 'session.order.items',
  });
}

/** The transaction's own items must tell the same story, line by line and in sum. */
function assertTransactionLines(source: Source, lines: readonly OrderLine[]): void {
  const others = listTransactionLines(source);
  if (others.length === 0) return;
  const byId = new Map(lines.flatMap((line) => (line.item.line_id ? [[line.item.line_id, line] as const] : [])));
  for (const other of others) {
    const line = byId.get(other.item.line_id ?? '');
    if (line === undefined || line.amount === other.amount) continue;
    throw dinteroFaults.SOURCE_SUM_MISMATCH({
      message: `Unexpected ${other.amount} in ${other.path}.amount, expected ${line.amount} as in ${line.path}`,
      path: `${other.path}.amount`,
    });
  }
  const sum = sumLines(others);
  // Gift cards and discounts on the whole order may or may not be among the transaction's items.
  if ([source.transaction.amount, source.session.order.amount, sumLines(lines)].includes(sum)) return;
  throw dinteroFaults.SOURCE_SUM_MISMATCH({
    message: `Unexpected ${sum} as the sum of transaction.items, expected ${source.transaction.amount} as in transaction.amount`,
    path: 'transaction.items',
  });
}

function notPositive(amount: MinorUnits, path: string): Fault {
  return dinteroFaults.TOTAL_NOT_POSITIVE({ message: `Unexpected ${amount} in ${path}, expected more than 0`, path });
}
