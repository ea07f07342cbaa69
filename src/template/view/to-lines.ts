import type { Currency, Money } from '../../base/index.ts';
import type { InvoiceLine } from '../../invoice/index.ts';
import { countDecimals } from '../format/number.ts';
import type { LineView } from './view.ts';

/** More decimals than these stand out to the right rather than push every other quantity away. */
const MOST_ALIGNED_DECIMALS = 3;
/** The design's rule: totals that move to a new page take rows along. */
const ROWS_WITH_TOTALS = 3;

/** The lines, with the room that each quantity needs so that all commas stand under each other. */
export function toLineViews(lines: readonly InvoiceLine[], currency: Currency): readonly LineView[] {
  const decimals = lines.map((line) => countDecimals(line.quantity));
  const mostDecimals = Math.min(
    MOST_ALIGNED_DECIMALS,
    decimals.reduce((most, count) => Math.max(most, count), 0),
  );
  return lines.map((line, index) => ({
    ...toLineView(line, currency, mostDecimals),
    // The first row stays behind, so that three long rows do not leave an empty page behind them.
    staysWithTotals: index > 0 && index >= lines.length - ROWS_WITH_TOTALS,
  }));
}

function toLineView(line: InvoiceLine, currency: Currency, mostDecimals: number): Omit<LineView, 'staysWithTotals'> {
  const money = (minor: number): Money => ({ minor, currency });
  const { discount } = line;
  return {
    position: String(line.position),
    type: line.type,
    sku: line.sku,
    description: line.description,
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
