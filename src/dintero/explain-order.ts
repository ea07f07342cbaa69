import { type Fault, type MinorUnits, sumMinor } from '../base/index.ts';
import { dinteroFaults } from './faults.ts';
import { isSameLine, listSessionLines, listTransactionLines, type OrderLine } from './order-lines.ts';
import type { DiscountLine } from './wire/order.ts';
import type { Source } from './wire/source.ts';

/** A discount on the whole order and where it stands. */
export interface PlacedDiscount {
  readonly discount: DiscountLine;
  /** JSON path. */
  readonly path: string;
  /** Positive, VAT included. */
  readonly amount: MinorUnits;
}

/** A reading of an order under which its sums agree. */
export interface ExplainedOrder {
  /** Every item, once. */
  readonly lines: readonly OrderLine[];
  /** Discounts on the whole order that the items do not contain yet. */
  readonly discounts: readonly PlacedDiscount[];
  /** Paid by gift cards; not negative. */
  readonly prepaidMinor: MinorUnits;
}

/**
 * The first reading of the order under which its lines give `order.amount`, and that gives the transaction's amount:
 * items and shipping as they are; with the shipping that only the transaction has; less the order's own discounts; less
 * its gift cards. Figures can coincide, so each reading is held against both amounts.
 *
 * @throws SOURCE_SUM_MISMATCH with both figures, PARTIAL_PAYMENT_UNEXPLAINED, LINES_MISSING
 */
export function explainOrder(source: Source): ExplainedOrder {
  const { order } = source.session;
  const giftCards = sumGiftCards(source);
  const discounts = listOrderDiscounts(source);
  const candidates = listCandidates(source);
  let refusal: Fault | null = null;
  for (const off of discounts.length === 0 ? [discounts] : [[], discounts]) {
    for (const isAfterGiftCards of giftCards === 0 ? [false] : [false, true]) {
      for (const lines of candidates) {
        const taken = sumMinor([...off.map(({ amount }) => amount), isAfterGiftCards ? giftCards : 0]);
        if (sumLines(lines) - taken !== order.amount) continue;
        const prepaidMinor = explainPayment(source, lines, isAfterGiftCards);
        if (prepaidMinor !== null) return { lines, discounts: off, prepaidMinor };
        refusal ??= refusePayment(source, isAfterGiftCards);
      }
    }
  }
  throw refusal ?? refuseOrder(source, sumLines(candidates[0] ?? []));
}

/** Sum of the lines' amounts, VAT included. */
export function sumLines(lines: readonly OrderLine[]): MinorUnits {
  return sumMinor(lines.map((line) => line.amount));
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
  const hasItems = (source.session.order.items ?? []).length > 0;
  if (!hasItems && others.length > 0) return [others];
  const moved = others.filter((line) => line.item.type === 'shipping' && !own.some((other) => isSameLine(line, other)));
  return moved.length === 0 ? [own] : [own, [...own, ...moved]];
}

/**
 * What gift cards pay, if that explains the transaction's amount; else null. Gift cards are items of negative amount, or
 * `order.gift_cards`, or the same cards are told both ways. What they pay is not collected by the invoice.
 */
function explainPayment(source: Source, lines: readonly OrderLine[], isAfterGiftCards: boolean): MinorUnits | null {
  const { amount } = source.session.order;
  const asItems = sumMinor([-sumLines(lines.filter((line) => line.kind === 'gift-card'))]);
  const asCards = sumGiftCards(source);
  const stillToTake = isAfterGiftCards ? 0 : asCards;
  if (source.transaction.amount === amount - stillToTake) return sumMinor([asItems, asCards]);
  return asItems === asCards && source.transaction.amount === amount ? asItems : null;
}

function refusePayment(source: Source, isAfterGiftCards: boolean): Fault {
  const { amount, currency } = source.session.order;
  const giftCards = isAfterGiftCards ? 0 : sumGiftCards(source);
  const less = giftCards === 0 ? '' : ' less gift_cards';
  return dinteroFaults.SOURCE_SUM_MISMATCH({
    message:
      `Unexpected ${source.transaction.amount} in transaction.amount, ` +
      `expected ${amount - giftCards} as in session.order.amount${less} (minor units of ${currency})`,
    path: 'transaction.amount',
  });
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

function listOrderDiscounts({ session }: Source): readonly PlacedDiscount[] {
  return (session.order.discount_lines ?? []).flatMap((discount, index) => {
    const { amount = 0 } = discount;
    return amount > 0 ? [{ discount, path: `session.order.discount_lines[${index}]`, amount }] : [];
  });
}

function sumGiftCards({ session }: Source): MinorUnits {
  return sumMinor((session.order.gift_cards ?? []).map((card) => card.amount));
}
