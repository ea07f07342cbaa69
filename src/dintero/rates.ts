import { type BasisPoints, type Decimal, type Fault, parseDecimal } from '../base/index.ts';
import { type InferredRate, inferRate, invoiceFaults, type RateMistake } from '../invoice/index.ts';
import { findCommonRate } from './common-rate.ts';
import type { OrderLine } from './order-lines.ts';
import type { RateContext, RatedLine } from './rated-line.ts';
import type { SettledOrder } from './settle-order.ts';
import type { Warn } from './warnings.ts';

const ONE: Decimal = { units: 1, scale: 0 };

const MISTAKES: Readonly<Record<RateMistake, string>> = {
  fraction: 'a fraction instead of a percentage',
  'share-of-gross': 'VAT as a share of the amount that contains it',
  rounded: 'a rate rounded to whole percent',
  amount: 'another rate than its vat_amount',
  absent: 'no rate',
};

/**
 * Gives each line its rate. Shops are known to send rates in wrong forms; what is recognised is repaired with a warning,
 * and so the wrong figure is never printed. A missing rate is not a rate of zero: a line without one gets the rate that
 * its VAT amount tells, else the one that the order's VAT amount tells, else the order is refused.
 *
 * @throws VAT_RATE_UNKNOWN
 */
export function rateLines(order: SettledOrder, context: RateContext, warn: Warn): readonly RatedLine[] {
  const known = order.lines.map((line) => inferLineRate(line, context));
  const toLines = (rateBps: BasisPoints) =>
    order.lines.map((line, index) => toRatedLine(line, known[index] ?? absent(rateBps)));
  const unknown = order.lines.find((_line, index) => known[index] === null);
  const common = unknown === undefined ? null : findCommonRate(toLines, order.discounts, context);
  if (unknown !== undefined && common === null) throw unknownRate(unknown, context);

  const doubts = new Doubts(warn);
  for (const [index, line] of order.lines.entries()) doubts.take(line, known[index] ?? absent(common ?? 0));
  doubts.report(context);
  return toLines(common ?? 0);
}

/** The rate as the line itself tells it; null where it does not. */
function inferLineRate(line: OrderLine, { country, date, vatRegistered }: RateContext): InferredRate | null {
  const { item, path, amount } = line;
  const stated = { percent: item.vat ?? null, grossMinor: amount, givenVatMinor: item.vat_amount ?? null };
  const inferred = inferRate({ quantity: toQuantity(line), country, date, ...stated }, `${path}.vat`);
  // A gift card is taxed when it is used, and of nothing there is no VAT at any rate.
  const isUntaxed = !vatRegistered || item.type === 'gift_card' || amount === 0;
  return inferred ?? (isUntaxed ? absent(0) : null);
}

function absent(rateBps: BasisPoints): InferredRate {
  return { rateBps, repaired: { given: null, reason: 'absent' }, inForce: true };
}

function toRatedLine(line: OrderLine, { rateBps }: InferredRate): RatedLine {
  return { quantity: toQuantity(line), rateBps, givenVatMinor: line.item.vat_amount ?? null, ...line };
}

function toQuantity({ item }: OrderLine): Decimal {
  return parseDecimal(item.quantity ?? 1) ?? ONE;
}

function unknownRate({ path }: OrderLine, { orderVatMinor }: RateContext): Fault {
  const total = orderVatMinor === null ? '' : `, nor does ${orderVatMinor} in session.order.vat_amount`;
  return invoiceFaults.VAT_RATE_UNKNOWN({
    message: `Unexpected absence of ${path}.vat, expected a VAT rate in percent; the line's own vat_amount does not tell it${total}`,
    path: `${path}.vat`,
  });
}

/** Takes doubts down by kind, so that five hundred lines with one mistake give one warning. */
class Doubts {
  readonly #warn: Warn;
  readonly #kinds = new Map<string, { readonly line: OrderLine; readonly inferred: InferredRate; count: number }>();

  constructor(warn: Warn) {
    this.#warn = warn;
  }

  take(line: OrderLine, inferred: InferredRate): void {
    if (inferred.repaired === null && inferred.inForce) return;
    const kind = [inferred.repaired?.given, inferred.repaired?.reason, inferred.rateBps].join(' ');
    const known = this.#kinds.get(kind);
    if (known === undefined) this.#kinds.set(kind, { line, inferred, count: 1 });
    else known.count += 1;
  }

  report({ country, date }: RateContext): void {
    for (const { line, inferred, count } of this.#kinds.values()) {
      const field = `${line.path}.vat`;
      const where = count === 1 ? field : `${field} and ${count - 1} more`;
      const rate = `${inferred.rateBps / 100} %`;
      const { repaired, inForce } = inferred;
      if (repaired !== null) {
        const found = repaired.given === null ? 'nothing' : String(repaired.given);
        const why = MISTAKES[repaired.reason];
        const message = `Unexpected ${found} in ${where} (${why}), expected ${rate}, which is used`;
        this.#warn({ ruleId: 'source-rate-repaired', field, expected: rate, found, message });
      }
      if (!inForce) {
        const message = `Unexpected VAT rate ${rate} in ${where}, expected a rate in force in ${country} on ${date}`;
        this.#warn({ ruleId: 'source-rate-not-in-force', field, found: rate, message });
      }
    }
  }
}
