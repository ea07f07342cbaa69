import { type Fault, type MinorUnits, sumMinor } from '../base/index.ts';
import { dinteroFaults } from './faults.ts';
import { isSameLine, listSessionLines, listTransactionLines, type OrderLine } from './order-lines.ts';
import type { DiscountLine } from './wire/order.ts';
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
  /** The transaction's amount, which Kravia collects. */
  readonly payableMinor: MinorUnits;
}

/** A discount on the whole order and where it stands. */
export interface PlacedDiscount {
  readonly discount: DiscountLine;
  /** JSON path. */
  readonly path: string;
  /** Positive, VAT included. */
  readonly amount: MinorUnits;
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
  const order = explainOrder(source);
  const prepaid = explainPayment(source, order);
  assertTransactionLines(source, order.lines, [
    source.transaction.amount,
    source.session.order.amount,
    sumOf(order.lines),
  ]);
  const { amount: payableMinor } = source.transaction;
  if (payableMinor <= 0) {
    throw dinteroFaults.TOTAL_NOT_POSITIVE({
      message: `Unexpected ${payableMinor} in transaction.amount, expected more than 0`,
      path: 'transaction.amount',
    });
  }
  const below = (kind: OrderLine['kind']) => sumOf(order.lines.filter((line) => line.kind === kind));
  return {
    lines: order.lines.filter((line) => line.kind !== 'rounding' && line.kind !== 'gift-card'),
    discounts: order.discounts,
    roundingMinor: below('rounding'),
    prepaidMinor: prepaid,
    payableMinor,
  };
}

/** Amounts are safe integers one by one; their sums must be too, so that nothing after this can lose a digit. */
function assertSummable(source: Source): void {
  const { order } = source.session;
  const discounts = [order, ...(order.items ?? [])].flatMap((owner) => owner.discount_lines ?? []);
  const amounts = [
    ...[...listSessionLines(source), ...listTransactionLines(source)].flatMap(({ item, amount }) => [
      amount,
      item.gross_amount,
    ]),
    ...discounts.map((discount) => discount.amount),
    ...(order.gift_cards ?? []).map((card) => card.amount),
    ...(source.transaction.events ?? []).map((event) => event.amount),
  ];
  const magnitude = amounts.reduce<bigint>((sum, amount = 0) => sum + BigInt(Math.abs(amount)), 0n);
  if (magnitude <= BigInt(Number.MAX_SAFE_INTEGER)) return;
  throw dinteroFaults.AMOUNT_INVALID({
    message: `Unexpected sum ${magnitude} of all amounts, expected at most 2^53 − 1`,
    path: 'session.order.items',
  });
}

/** How the lines of an order give its amount. */
interface ExplainedOrder {
  readonly lines: readonly OrderLine[];
  readonly discounts: readonly PlacedDiscount[];
  /** Whether `order.amount` is what is left after `order.gift_cards`. */
  readonly isAfterGiftCards: boolean;
}

/**
 * The first reading of the order under which its lines give `order.amount`: items and shipping as they are; with the
 * shipping that only the transaction has; less the order's own discounts; less its gift cards.
 */
function explainOrder(source: Source): ExplainedOrder {
  const { order } = source.session;
  const giftCards = sumGiftCards(source);
  const discounts = listOrderDiscounts(source);
  const candidates = listCandidates(source);
  for (const off of discounts.length === 0 ? [discounts] : [[], discounts]) {
    for (const isAfterGiftCards of giftCards === 0 ? [false] : [false, true]) {
      for (const lines of candidates) {
        const taken = sumMinor([...off.map(({ amount }) => amount), isAfterGiftCards ? giftCards : 0]);
        if (sumOf(lines) - taken === order.amount) return { lines, discounts: off, isAfterGiftCards };
      }
    }
  }
  throw refuseOrder(source, sumOf(candidates[0] ?? []));
}

/** The lines as the session has them, then with the shipping that was moved to the transaction. */
function listCandidates(source: Source): readonly (readonly OrderLine[])[] {
  const own = listSessionLines(source);
  const others = listTransactionLines(source);
  if (own.length === 0 && others.length === 0) {
    throw dinteroFaults.LINES_MISSING({
      message: 'Unexpected absence of items in session.order.items and transaction.items',
      path: 'session.order.items',
    });
  }
  if (own.length === 0) return [others];
  const moved = others.filter((line) => line.item.type === 'shipping' && !own.some((other) => isSameLine(line, other)));
  return moved.length === 0 ? [own] : [own, [...own, ...moved]];
}

function refuseOrder({ session }: Source, sum: MinorUnits): Fault {
  const { amount, currency, partial_payment } = session.order;
  const path = 'session.order.amount';
  const message = `Unexpected ${amount} in ${path}, expected ${sum}, the sum of its items and shipping (minor units of ${currency})`;
  const isPartial = partial_payment === true && amount < sum;
  return isPartial
    ? dinteroFaults.PARTIAL_PAYMENT_UNEXPLAINED({ message: `${message}; partial_payment is set`, path })
    : dinteroFaults.SOURCE_SUM_MISMATCH({ message, path });
}

/**
 * Holds the transaction's amount against the order's. What gift cards pay is not collected by the invoice: they are
 * items of negative amount, or `order.gift_cards`, or the same cards are told both ways.
 *
 * @returns what gift cards pay
 */
function explainPayment(source: Source, { lines, isAfterGiftCards }: ExplainedOrder): MinorUnits {
  const { order } = source.session;
  const { transaction } = source;
  const asItems = -sumOf(lines.filter((line) => line.kind === 'gift-card'));
  const asCards = sumGiftCards(source);
  const isToldTwice = asItems === asCards;
  const stillToTake = isAfterGiftCards ? 0 : asCards;
  if (transaction.amount === order.amount - stillToTake) return sumMinor([asItems, asCards]);
  if (isToldTwice && transaction.amount === order.amount) return asItems;
  const expected = order.amount - (isToldTwice ? 0 : stillToTake);
  throw dinteroFaults.SOURCE_SUM_MISMATCH({
    message: `Unexpected ${transaction.amount} in transaction.amount, expected ${expected} as in session.order.amount${
      expected === order.amount ? '' : ' less gift_cards'
    } (minor units of ${order.currency})`,
    path: 'transaction.amount',
  });
}

/** The transaction's own items must tell the same story, line by line and in sum. */
function assertTransactionLines(source: Source, lines: readonly OrderLine[], acceptable: readonly MinorUnits[]): void {
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
  const sum = sumOf(others);
  if (acceptable.includes(sum)) return;
  throw dinteroFaults.SOURCE_SUM_MISMATCH({
    message: `Unexpected ${sum} as the sum of transaction.items, expected ${source.transaction.amount} as in transaction.amount`,
    path: 'transaction.items',
  });
}

function listOrderDiscounts({ session }: Source): readonly PlacedDiscount[] {
  return (session.order.discount_lines ?? []).flatMap((discount, index) =>
    discount.amount === undefined || discount.amount === 0
      ? []
      : [{ discount, path: `session.order.discount_lines[${index}]`, amount: discount.amount }],
  );
}

function sumGiftCards({ session }: Source): MinorUnits {
  return sumMinor((session.order.gift_cards ?? []).map((card) => card.amount));
}

function sumOf(lines: readonly OrderLine[]): MinorUnits {
  return sumMinor(lines.map((line) => line.amount));
}
