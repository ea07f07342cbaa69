import {
  type BasisPoints,
  type CalendarDate,
  type Decimal,
  type MinorUnits,
  vatInGross,
  WHOLE_BPS,
} from '../base/index.ts';
import { invoiceFaults } from './faults.ts';
import type { CountryCode } from './invoice.ts';
import { listNationalRates, listRatesInForce } from './national-rates.ts';
import { isPlausibleVat } from './vat.ts';

/** What a source says about the VAT of one line. */
export interface StatedRate {
  /** Percent as stated, such as 25 or 25.5; null where nothing is. */
  readonly percent: number | null;
  readonly grossMinor: MinorUnits;
  readonly givenVatMinor: MinorUnits | null;
  readonly quantity: Decimal;
  /** Country of the seller, whose rates apply. */
  readonly country: CountryCode;
  /** Day of delivery, or of the invoice where that is not known. */
  readonly date: CalendarDate;
}

/**
 * How a stated rate was wrong.
 *
 * - `fraction`: 0.25 for 25 %
 * - `share-of-gross`: VAT as a share of the amount that contains it, 20 (or 0.2) for 25 %
 * - `rounded`: a whole percent, 26 for 25.5 %
 * - `amount`: the VAT amount belongs to another rate
 * - `absent`: no rate at all; something else tells it
 */
export type RateMistake = 'fraction' | 'share-of-gross' | 'rounded' | 'amount' | 'absent';

export interface InferredRate {
  readonly rateBps: BasisPoints;
  /** Null where the stated rate stands. `given` is the percent as stated. */
  readonly repaired: { readonly given: number | null; readonly reason: RateMistake } | null;
  /** False for a rate that the seller's country does not have on that day: kept, but worth a warning. */
  readonly inForce: boolean;
}

/**
 * The rate a line is taxed with. Shop plugins are known to send a fraction (order fees of WooCommerce), a share of gross
 * (cart fees) or a whole percent (cart lines), so a stated rate is held against the country's rates and the VAT amount:
 * a national rate that its VAT amount agrees with stands; a known mistake is undone where the VAT amount does not speak
 * against it; a VAT amount that belongs to another national rate outweighs the stated one. A VAT amount of zero beside a
 * rate says nothing, because the field is for display only and often left at zero.
 *
 * Null where no rate is stated and the VAT amount tells none: a missing rate is not a rate of zero.
 *
 * @throws VAT_RATE_UNKNOWN for a figure that is no rate and resembles none
 */
export function inferRate(stated: StatedRate, path?: string): InferredRate | null {
  const rates = toRateTable(stated);
  if (stated.percent === null) return inferAbsentRate(stated, rates);
  const bps = toStatedBps(stated.percent);
  const evidence = hasEvidence(stated);
  const keep = (rateBps: BasisPoints): InferredRate => ({ rateBps, repaired: null, inForce: rates.isInForce(rateBps) });
  const repair = (rateBps: BasisPoints, reason: RateMistake): InferredRate => ({
    rateBps,
    repaired: { given: stated.percent, reason },
    inForce: rates.isInForce(rateBps),
  });

  if (bps !== null && rates.isInForce(bps) && (!evidence || fits(bps, stated))) return keep(bps);
  const mistakes = listMistakes(stated.percent, rates.inForce);
  const national = bps !== null && rates.known.includes(bps);
  if (evidence) {
    const mistake = pickClosest(mistakes, stated);
    const past = national && fits(bps, stated) ? bps : null;
    if (past !== null && (mistake === null || distance(past, stated) <= distance(mistake.rateBps, stated))) {
      return keep(past);
    }
    if (mistake !== null) return repair(mistake.rateBps, mistake.reason);
    if (bps !== null && bps >= LOWEST_RATE_BPS && fits(bps, stated)) return keep(bps);
    const byAmount = findRateByAmount(stated, rates);
    if (byAmount !== null) return repair(byAmount, 'amount');
  }
  if (national) return keep(bps);
  const [mistake] = mistakes;
  if (mistake !== undefined) return repair(mistake.rateBps, mistake.reason);
  if (bps !== null && bps >= LOWEST_RATE_BPS) return keep(bps);
  throw invoiceFaults.VAT_RATE_UNKNOWN({
    message: `Unexpected VAT rate ${stated.percent}, expected a percentage from 0 to 100 with at most two decimals`,
    path,
  });
}

/** No country taxes at less than one percent; a lower figure is a fraction. */
const LOWEST_RATE_BPS = 100;

interface RateTable {
  readonly inForce: readonly BasisPoints[];
  /** In force or not. */
  readonly known: readonly BasisPoints[];
  readonly isInForce: (rateBps: BasisPoints) => boolean;
}

function toRateTable(stated: StatedRate): RateTable {
  const inForce = listRatesInForce(stated.country, stated.date);
  const known = listNationalRates(stated.country);
  // Of a country without a table any rate may be right.
  return { inForce, known, isInForce: (rateBps) => known.length === 0 || inForce.includes(rateBps) };
}

function inferAbsentRate(stated: StatedRate, rates: RateTable): InferredRate | null {
  const rateBps = hasEvidence(stated) ? findRateByAmount(stated, rates) : null;
  if (rateBps === null) return null;
  return { rateBps, repaired: { given: null, reason: 'absent' }, inForce: rates.isInForce(rateBps) };
}

/** A percentage as basis points; null where it is negative, above 100 or has more than two decimals. */
function toStatedBps(percent: number): BasisPoints | null {
  const bps = Math.round(percent * 100);
  // 25.55 × 100 is 2555.0000000000005 in binary; a true third decimal is a tenth away.
  const exact = Math.abs(percent * 100 - bps) < 1e-6;
  return exact && bps >= 0 && bps <= WHOLE_BPS ? bps : null;
}

/** Whether the VAT amount can tell rates apart. */
function hasEvidence(stated: StatedRate): boolean {
  return stated.grossMinor !== 0 && stated.givenVatMinor !== null && stated.givenVatMinor !== 0;
}

function fits(rateBps: BasisPoints, stated: StatedRate): boolean {
  return isPlausibleVat(stated.givenVatMinor ?? 0, stated.grossMinor, rateBps, stated.quantity);
}

function distance(rateBps: BasisPoints, stated: StatedRate): number {
  return Math.abs((stated.givenVatMinor ?? 0) - vatInGross(stated.grossMinor, rateBps));
}

/** The national rate whose VAT lies closest to the given amount, if it is plausible; rates in force come first. */
function findRateByAmount(stated: StatedRate, rates: RateTable): BasisPoints | null {
  for (const candidates of [rates.inForce, rates.known]) {
    const [closest] = candidates
      .filter((rateBps) => rateBps > 0 && fits(rateBps, stated))
      .toSorted((a, b) => distance(a, stated) - distance(b, stated));
    if (closest !== undefined) return closest;
  }
  return null;
}

interface Mistake {
  readonly rateBps: BasisPoints;
  readonly reason: RateMistake;
  /** How far the stated figure is from what the mistake would have produced, in percentage points. */
  readonly deviation: number;
}

/** Every known mistake that turns one of the rates into the stated figure, the likeliest first. */
function listMistakes(percent: number, rates: readonly BasisPoints[]): readonly Mistake[] {
  const asFraction = percent > 0 && percent < 1;
  const figure = asFraction ? percent * 100 : percent;
  const slack = asFraction || Number.isInteger(percent) ? 0.5 : 0.01;
  return rates
    .filter((rateBps) => rateBps > 0)
    .flatMap((rateBps): Mistake[] => {
      const rate = rateBps / 100;
      const share = (100 * rateBps) / (WHOLE_BPS + rateBps);
      const direct = asFraction ? 'fraction' : 'rounded';
      return [
        { rateBps, reason: direct, deviation: Math.abs(figure - rate) } as const,
        { rateBps, reason: 'share-of-gross', deviation: Math.abs(figure - share) } as const,
      ];
    })
    .filter((mistake) => mistake.deviation <= slack + 1e-9)
    .sort((a, b) => a.deviation - b.deviation);
}

/** Of the mistakes that the VAT amount agrees with, the one it agrees with best. */
function pickClosest(mistakes: readonly Mistake[], stated: StatedRate): Mistake | null {
  const [closest] = mistakes
    .filter((mistake) => fits(mistake.rateBps, stated))
    .toSorted((a, b) => distance(a.rateBps, stated) - distance(b.rateBps, stated));
  return closest ?? null;
}
