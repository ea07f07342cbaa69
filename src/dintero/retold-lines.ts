import { createLineFinder, listSessionLines, listTransactionLines, type OrderLine } from './order-lines.ts';
import { quoteText } from './quote.ts';
import { cleanText } from './text.ts';
import type { Warn } from './warnings.ts';
import type { Source } from './wire/source.ts';

/**
 * Warns where session and transaction tell one line in different words, with another rate or another quantity, though of
 * one amount. The session's telling is what is printed; sums that differ are refused elsewhere.
 */
export function warnOfRetoldLines(source: Source, warn: Warn): void {
  const findSame = createLineFinder(listSessionLines(source));
  const differences = listTransactionLines(source).flatMap((other) => {
    const line = findSame(other);
    return line === undefined ? [] : findDifferences(line, other);
  });
  const [first, ...others] = differences;
  if (first === undefined) return;
  const { field, expected, found } = first;
  const where = others.length === 0 ? field : `${field} and ${others.length} more`;
  const message = `Unexpected ${found} in ${where}, expected ${expected} as in the session, which is printed`;
  warn({ ruleId: 'source-line-differs', field, expected, found, message });
}

interface Difference {
  readonly field: string;
  readonly expected: string;
  readonly found: string;
}

/** What both tell, and tell differently; what one of them leaves out is no contradiction. */
function findDifferences(line: OrderLine, other: OrderLine): Difference[] {
  const silently = () => undefined;
  const told = ({ item, path }: OrderLine): Readonly<Record<string, string | null>> => ({
    vat: item.vat === undefined || item.vat === null ? null : `${item.vat} %`,
    quantity: item.quantity === undefined || item.quantity === null ? null : String(item.quantity),
    description: cleanText(item.description, path, silently) || null,
  });
  const others = told(other);
  return Object.entries(told(line)).flatMap(([key, expected]) => {
    const found = others[key] ?? null;
    if (expected === null || found === null || expected === found) return [];
    const quote = key === 'description' ? quoteText : (text: string) => text;
    return [{ field: `${other.path}.${key}`, expected: quote(expected), found: quote(found) }];
  });
}
