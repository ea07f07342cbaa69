import {
  type BasisPoints,
  type Decimal,
  divideRounded,
  type MinorUnits,
  powerOfTen,
  roundToSum,
  sumMinor,
  toMinorUnits,
  vatInGross,
  WHOLE_BPS,
} from '../base/index.ts';
import type { VatCategory } from './invoice.ts';

/** A line before its VAT is settled. */
export interface DraftLine {
  /** After discount, VAT included. */
  readonly grossMinor: MinorUnits;
  readonly rateBps: BasisPoints;
  readonly category: VatCategory;
  /** The VAT amount that the source states beside the line; null where it states none. */
  readonly givenVatMinor: MinorUnits | null;
  readonly quantity: Decimal;
}

/** VAT of one line; `netMinor + vatMinor` is the line's gross amount. */
export interface LineVat {
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
}

/** VAT of all lines of one rate and category; the lines' amounts add up to it exactly. */
export interface RateVat {
  readonly category: VatCategory;
  readonly rateBps: BasisPoints;
  readonly netMinor: MinorUnits;
  readonly vatMinor: MinorUnits;
  readonly grossMinor: MinorUnits;
  /** `given`: what the source states; `computed`: worked out from the gross sum because the source's would not do. */
  readonly origin: 'given' | 'computed';
}

export interface VatBreakdown {
  /** In the order of the draft lines. */
  readonly lines: readonly LineVat[];
  /** Highest rate first; within a rate S, Z, E, AE, G, O. */
  readonly subtotals: readonly RateVat[];
  /** Indexes of the draft lines whose given VAT amount cannot belong to their rate. */
  readonly implausible: readonly number[];
}

/**
 * Settles the VAT of every line and rate. Where every line of a rate states a plausible VAT amount, those stand, because
 * they are what the merchant has booked. Else VAT is worked out once per rate from the summed gross amounts, rounded
 * half away from zero, and spread over the lines by largest remainder, so that each line is within a minor unit of its
 * own share and the lines add up to the rate. Discounts and other negative lines take part like any other.
 */
export function computeVat(lines: readonly DraftLine[]): VatBreakdown {
  const settled: LineVat[] = [];
  const groups = groupByRate(lines);
  const subtotals = groups.map((group) => {
    const origin = isBookable(group) ? 'given' : 'computed';
    const amounts = origin === 'given' ? group.lines.map(({ line }) => line.givenVatMinor ?? 0) : spreadVat(group);
    for (const [position, { index, line }] of group.lines.entries()) {
      const vatMinor = amounts[position] ?? 0;
      settled[index] = { netMinor: line.grossMinor - vatMinor, vatMinor };
    }
    const grossMinor = sumGross(group);
    const vatMinor = sumMinor(amounts);
    const { category, rateBps } = group;
    return { category, rateBps, netMinor: grossMinor - vatMinor, vatMinor, grossMinor, origin } as const;
  });
  const implausible = lines.flatMap((line, index) => (line.givenVatMinor === null || isPlausible(line) ? [] : [index]));
  return { lines: settled, subtotals, implausible };
}

interface RateGroup {
  readonly rateBps: BasisPoints;
  readonly category: VatCategory;
  readonly lines: readonly { readonly index: number; readonly line: DraftLine }[];
}

const CATEGORY_ORDER: readonly VatCategory[] = ['S', 'Z', 'E', 'AE', 'G', 'O'];

function groupByRate(lines: readonly DraftLine[]): RateGroup[] {
  const groups = new Map<
    string,
    { rateBps: BasisPoints; category: VatCategory; lines: { index: number; line: DraftLine }[] }
  >();
  for (const [index, line] of lines.entries()) {
    const key = `${line.rateBps} ${line.category}`;
    const group = groups.get(key) ?? { rateBps: line.rateBps, category: line.category, lines: [] };
    group.lines.push({ index, line });
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => b.rateBps - a.rateBps || CATEGORY_ORDER.indexOf(a.category) - CATEGORY_ORDER.indexOf(b.category),
  );
}

function sumGross(group: RateGroup): MinorUnits {
  return sumMinor(group.lines.map(({ line }) => line.grossMinor));
}

/**
 * Whether the given amounts may stand: each is plausible, and together they keep within the tolerance that an e-invoice
 * allows a rate (EN 16931 BR-S-09: VAT differs from net × rate by less than one major unit).
 */
function isBookable(group: RateGroup): boolean {
  if (!group.lines.every(({ line }) => line.givenVatMinor !== null && isPlausible(line))) return false;
  const vat = BigInt(sumMinor(group.lines.map(({ line }) => line.givenVatMinor ?? 0)));
  const net = BigInt(sumGross(group)) - vat;
  const off = vat * BigInt(WHOLE_BPS) - net * BigInt(group.rateBps);
  return magnitude(off) < RATE_TOLERANCE_MINOR * BigInt(WHOLE_BPS);
}

const RATE_TOLERANCE_MINOR = 100n;

function isPlausible(line: DraftLine): boolean {
  return (
    line.givenVatMinor !== null && isPlausibleVat(line.givenVatMinor, line.grossMinor, line.rateBps, line.quantity)
  );
}

/**
 * Whether a stated VAT amount can be the VAT of a line: within one minor unit of the computed one, or within one for
 * each unit sold (shops round unit by unit), and never beyond the line itself or against its sign. Without a rate there
 * is no VAT at all.
 */
export function isPlausibleVat(
  vatMinor: MinorUnits,
  grossMinor: MinorUnits,
  rateBps: BasisPoints,
  quantity: Decimal,
): boolean {
  if (rateBps === 0) return vatMinor === 0;
  const within = grossMinor < 0 ? vatMinor <= 0 && vatMinor >= grossMinor : vatMinor >= 0 && vatMinor <= grossMinor;
  return within && Math.abs(vatMinor - vatInGross(grossMinor, rateBps)) <= countUnits(quantity);
}

/** How many units a quantity sells, a part of a unit counting as one; at least one. */
function countUnits(quantity: Decimal): number {
  return Math.max(1, Math.ceil(Math.abs(quantity.units) / powerOfTen(quantity.scale)));
}

/** VAT of the rate's gross sum, spread over its lines. */
function spreadVat(group: RateGroup): MinorUnits[] {
  const denominator = BigInt(WHOLE_BPS + group.rateBps);
  const numerators = group.lines.map(({ line }) => BigInt(line.grossMinor) * BigInt(group.rateBps));
  const total = divideRounded(
    numerators.reduce((sum, numerator) => sum + numerator, 0n),
    denominator,
  );
  return roundToSum(numerators, denominator, total).map(toMinorUnits);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
