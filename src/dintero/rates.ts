import { type BasisPoints, type CalendarDate, type Decimal, type MinorUnits, parseDecimal } from '../base/index.ts';
import { type CountryCode, type InferredRate, inferRate, type RateMistake } from '../invoice/index.ts';
import type { OrderLine } from './order-lines.ts';
import type { Warn } from './warnings.ts';

/** Whose rates apply, and when. */
export interface RateContext {
  readonly country: CountryCode;
  /** Day of delivery, or of the invoice where that is not known. */
  readonly date: CalendarDate;
}

/** A line with the rate that it is taxed with. */
export interface RatedLine extends OrderLine {
  readonly quantity: Decimal;
  readonly rateBps: BasisPoints;
  /** What the source states; display only, and often wrong. */
  readonly givenVatMinor: MinorUnits | null;
}

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
 * and so the wrong figure is never printed.
 *
 * @throws VAT_RATE_UNKNOWN
 */
export function rateLines(lines: readonly OrderLine[], context: RateContext, warn: Warn): readonly RatedLine[] {
  const { country, date } = context;
  const doubts = new Doubts(warn);
  const rated = lines.map((line) => {
    const { item, path, kind, amount } = line;
    const quantity = parseDecimal(item.quantity ?? 1) ?? ONE;
    const givenVatMinor = item.vat_amount ?? null;
    const percent = item.vat ?? null;
    const inferred = inferRate({ percent, grossMinor: amount, givenVatMinor, quantity, country, date }, `${path}.vat`);
    doubts.take(line, inferred);
    return { item, path, kind, amount, quantity, rateBps: inferred.rateBps, givenVatMinor };
  });
  doubts.report(context);
  return rated;
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
