import type { BasisPoints, Currency, Money } from '../../base/index.ts';
import { groupLines, type Invoice, type InvoiceLine } from '../../invoice/index.ts';
import { countDecimals } from '../format/number.ts';
import type { GroupView, LineView } from './view.ts';

/** More decimals than these stand out to the right rather than push every other quantity away. */
const MOST_ALIGNED_DECIMALS = 3;
/** The design's rule: totals that move to a new page take rows along. */
const ROWS_WITH_TOTALS = 3;

/**
 * The lines by item group where that is asked for and there are groups, else in one group without a name. Sums run on in
 * the order of print, and every quantity has the room that it needs so that all commas stand under each other.
 */
export function toGroupViews({ lines, currency }: Invoice, grouping: boolean): readonly GroupView[] {
  const decimals = lines.map((line) => countDecimals(line.quantity));
  const mostDecimals = Math.min(
    MOST_ALIGNED_DECIMALS,
    decimals.reduce((most, count) => Math.max(most, count), 0),
  );
  const mainRateBps = findMainRate(lines);
  const grouped = grouping && lines.some((line) => line.group !== null);
  const groups = grouped ? groupLines(lines) : [{ id: null, name: null, lines }];
  let printed = 0;
  let running = 0;
  let net = 0;
  return groups.map((group) => ({
    name: group.name,
    lines: group.lines.map((line) => {
      running += line.grossMinor;
      net += line.netMinor;
      printed += 1;
      return {
        mainRate: line.rateBps === mainRateBps,
        runningTotal: { minor: running, currency },
        runningNet: { minor: net, currency },
        // The first row stays behind, so that three long rows do not leave an empty page behind them.
        staysWithTotals: printed > 1 && printed > lines.length - ROWS_WITH_TOTALS,
        ...toLineView(line, currency, mostDecimals),
      };
    }),
    subtotal:
      'grossMinor' in group && group.id !== null
        ? {
            net: { minor: group.netMinor, currency },
            vat: { minor: group.vatMinor, currency },
            amount: { minor: group.grossMinor, currency },
          }
        : null,
  }));
}

/** The rate of the most money; of equals the one that comes first. */
function findMainRate(lines: readonly InvoiceLine[]): BasisPoints | undefined {
  const sums = new Map<BasisPoints, number>();
  for (const { rateBps, grossMinor } of lines) sums.set(rateBps, (sums.get(rateBps) ?? 0) + grossMinor);
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function toLineView(
  line: InvoiceLine,
  currency: Currency,
  mostDecimals: number,
): Omit<LineView, 'staysWithTotals' | 'mainRate' | 'runningTotal' | 'runningNet'> {
  const money = (minor: number): Money => ({ minor, currency });
  const { discount } = line;
  return {
    position: String(line.position),
    type: line.type,
    sku: line.sku,
    description: line.description,
    detail: line.detail,
    group: line.group?.name ?? null,
    quantity: line.quantity,
    quantityRoom: toRoom(countDecimals(line.quantity), mostDecimals),
    unit: line.unit,
    unitPrice: { net: line.unitPriceNet, gross: line.unitPriceGross },
    discount:
      discount === null
        ? null
        : {
            rate: discount.percentBps === null ? null : { bps: discount.percentBps },
            net: money(discount.netMinor),
            gross: money(discount.grossMinor),
            description: discount.description,
          },
    rate: { bps: line.rateBps },
    net: money(line.netMinor),
    vat: money(line.vatMinor),
    amount: money(line.grossMinor),
  };
}

/** `whole-2` lacks the comma and two figures, `1` lacks one figure, `0` nothing. */
function toRoom(decimals: number, mostDecimals: number): string {
  if (decimals === 0 && mostDecimals > 0) return `whole-${mostDecimals}`;
  return String(Math.max(0, mostDecimals - decimals));
}
