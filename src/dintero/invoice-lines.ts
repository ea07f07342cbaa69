import {
  type BrandFacts,
  type CountryCode,
  computeVat,
  findUnitPrices,
  type InvoiceLine,
  type LineType,
  type LineVat,
  type VatBreakdown,
  type VatCategory,
  type VatSubtotal,
} from '../invoice/index.ts';
import { findFallbackWord } from './fallback-words.ts';
import { dinteroFaults } from './faults.ts';
import { readLineDiscount } from './line-discount.ts';
import { spreadDiscounts } from './order-discounts.ts';
import type { RateContext, RatedLine } from './rated-line.ts';
import { rateLines } from './rates.ts';
import type { SettledOrder } from './settle-order.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';

/** The lines of a document and their VAT by rate. */
export interface LinesAndVat {
  readonly lines: readonly InvoiceLine[];
  readonly vat: readonly VatSubtotal[];
}

/** A line with the category of its VAT, and the words for charging none. */
interface ClassifiedLine {
  readonly line: RatedLine;
  readonly category: VatCategory;
  readonly exemption: string | null;
}

/**
 * Turns the items of a settled order into lines: rate, VAT, discount and unit prices.
 *
 * @throws LINE_TEXT_MISSING, VAT_RATE_UNKNOWN, UNIT_PRICE_INEXACT, SELLER_NOT_VAT_REGISTERED
 */
export function toInvoiceLines(
  order: SettledOrder,
  brand: BrandFacts | null,
  context: RateContext,
  warn: Warn,
): LinesAndVat {
  const rated = rateLines(order, context, warn);
  const all = [...rated, ...spreadDiscounts(order.discounts, rated)];
  const classified = all.map((line): ClassifiedLine => ({ line, ...classify(line, brand) }));
  const breakdown = computeVat(
    classified.map(({ line: { amount, rateBps, givenVatMinor, quantity }, category }) => ({
      grossMinor: amount,
      rateBps,
      category,
      givenVatMinor,
      quantity,
    })),
  );
  warnOfImplausible(breakdown, all, warn);
  return {
    lines: classified.map((entry, index) =>
      toInvoiceLine(entry, index + 1, vatOf(breakdown, index), context.country, warn),
    ),
    vat: breakdown.subtotals.map(({ category, rateBps, netMinor, vatMinor, grossMinor }) => {
      const own = classified.filter((entry) => entry.category === category && entry.line.rateBps === rateBps);
      const words = [...new Set(own.map((entry) => entry.exemption))].filter((text) => text !== null);
      return { category, rateBps, netMinor, vatMinor, grossMinor, exemption: words.join(' ') || null };
    }),
  };
}

/**
 * Dintero's orders do not tell zero rated from exempt or outside the scope; the brand's wording for a group does. A
 * seller outside the register charges none.
 */
function classify(line: RatedLine, brand: BrandFacts | null): Omit<ClassifiedLine, 'line'> {
  if (line.rateBps > 0) {
    if (brand !== null && !brand.vatRegistered) throw notRegistered(line);
    return { category: 'S', exemption: null };
  }
  const words = brand?.exemptions ?? {};
  const exemption = line.item.groups?.map((group) => words[group.id]).find(Boolean) ?? words['default'] ?? null;
  if (brand !== null && !brand.vatRegistered) return { category: 'O', exemption };
  return { category: exemption === null ? 'Z' : 'E', exemption };
}

function notRegistered(line: RatedLine): Error {
  return dinteroFaults.SELLER_NOT_VAT_REGISTERED({
    message: `Unexpected VAT rate ${line.rateBps / 100} % in ${line.path}, expected none of a seller that is not VAT registered`,
    path: `${line.path}.vat`,
  });
}

function vatOf(breakdown: VatBreakdown, index: number): LineVat {
  const vat = breakdown.lines[index];
  if (vat === undefined) throw new RangeError(`Unexpected line ${index} without VAT`);
  return vat;
}

function warnOfImplausible(breakdown: VatBreakdown, lines: readonly RatedLine[], warn: Warn): void {
  const [first, ...others] = breakdown.implausible.flatMap((index) => lines[index] ?? []);
  if (first === undefined) return;
  const field = `${first.path}.vat_amount`;
  const where = others.length === 0 ? field : `${field} and ${others.length} more`;
  const expected = `VAT of ${first.rateBps / 100} % in ${first.amount}`;
  const message = `Unexpected ${first.givenVatMinor} in ${where}, expected ${expected}; VAT is worked out instead`;
  warn({ ruleId: 'source-vat-amount', field, expected, found: String(first.givenVatMinor), message });
}

function toInvoiceLine(
  { line, category }: ClassifiedLine,
  position: number,
  vat: LineVat,
  country: CountryCode,
  warn: Warn,
): InvoiceLine {
  const { item, path, quantity, rateBps } = line;
  const discount = readLineDiscount(line, warn);
  const amounts = { netMinor: vat.netMinor, vatMinor: vat.vatMinor, grossMinor: line.amount };
  const prices = findUnitPrices({ quantity, discount, ...amounts }, path);
  const [group] = item.groups ?? [];
  return {
    position,
    type: toLineType(line),
    sku: cleanText(item.id, `${path}.id`, warn) || null,
    description: describeLine(line, country, warn),
    detail: cleanText(item.detail, `${path}.detail`, warn) || null,
    group: group ? { id: group.id, name: cleanText(group.name, `${path}.groups[0].name`, warn) || group.id } : null,
    quantity,
    unit: cleanText(item.unit, `${path}.unit`, warn) || null,
    unitPriceNet: prices.net,
    unitPriceGross: prices.gross,
    discount,
    category,
    rateBps,
    ...amounts,
  };
}

function toLineType({ kind }: RatedLine): LineType {
  return kind === 'rounding' || kind === 'gift-card' ? 'sale' : kind;
}

function describeLine({ item, path, kind }: RatedLine, country: CountryCode, warn: Warn): string {
  const text = cleanText(item.description, `${path}.description`, warn) || cleanText(item.id, `${path}.id`, warn);
  if (text !== '') return text;
  if (kind === 'discount' || kind === 'shipping' || kind === 'surcharge') return findFallbackWord(kind, country);
  throw dinteroFaults.LINE_TEXT_MISSING({
    message: `Unexpected absence of ${path}.description, expected what was sold`,
    path: `${path}.description`,
  });
}
