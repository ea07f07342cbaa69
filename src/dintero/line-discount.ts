import { type BasisPoints, sumMinor } from '../base/index.ts';
import { type Discount, toDiscount } from '../invoice/index.ts';
import type { RatedLine } from './rated-line.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';

/**
 * What was taken off a line: the difference to `gross_amount`, which is the line before discount, or else the sum of its
 * `discount_lines`. Where the two disagree the difference stands, because it is what the line's amount is made of. Null
 * where nothing was taken off.
 */
export function readLineDiscount(line: RatedLine, warn: Warn): Discount | null {
  const { item, amount, path, rateBps } = line;
  const parts = item.discount_lines ?? [];
  const listed = sumMinor(parts.map((part) => part.amount ?? 0));
  const difference = item.gross_amount === undefined ? null : item.gross_amount - amount;
  const discountMinor = difference ?? listed;
  if (difference !== null && parts.length > 0 && difference !== listed) {
    warn({
      ruleId: 'source-discount-differs',
      field: `${path}.discount_lines`,
      expected: String(difference),
      found: String(listed),
      message: `Unexpected ${listed} as the sum of ${path}.discount_lines, expected ${difference}, gross_amount less amount`,
    });
  }
  if (amount < 0 || discountMinor <= 0) return null;
  return toDiscount({
    discountMinor,
    grossMinor: amount,
    rateBps,
    statedBps: parts.length === 1 ? toBps(parts[0]?.percentage) : null,
    description: describe(line, warn),
  });
}

function describe({ item, path }: RatedLine, warn: Warn): string | null {
  const words = (item.discount_lines ?? []).map((part, index) =>
    cleanText(part.description, `${path}.discount_lines[${index}].description`, warn),
  );
  return [...new Set(words)].filter((word) => word !== '').join(', ') || null;
}

function toBps(percentage: number | null | undefined): BasisPoints | null {
  if (typeof percentage !== 'number') return null;
  const bps = Math.round(percentage * 100);
  return Math.abs(percentage * 100 - bps) < 1e-6 ? bps : null;
}
