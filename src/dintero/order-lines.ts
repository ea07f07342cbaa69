import type { MinorUnits } from '../base/index.ts';
import type { LineType } from '../invoice/index.ts';
import { dinteroFaults } from './faults.ts';
import type { OrderItem, ShippingOption } from './wire/order.ts';
import type { Source } from './wire/source.ts';

/** What an item is: a line of the document, or one of the two things that are counted below the lines. */
type ItemKind = LineType | 'rounding' | 'gift-card';

/** One item of an order, wherever it was found. */
export interface OrderLine {
  readonly item: OrderItem;
  /** JSON path of the item. */
  readonly path: string;
  readonly kind: ItemKind;
  /** VAT included, after discount. */
  readonly amount: MinorUnits;
}

/** Rounding is less than one major unit. */
const ROUNDING_LIMIT_MINOR = 100;
/** Dintero's plugin for WooCommerce names its rounding item so and gives it no type. */
const ROUNDING_ID = 'rounding-fee';

/** The items of the session's order, with the chosen shipping option among them, once. */
export function listSessionLines({ session }: Source): readonly OrderLine[] {
  const { items, shipping_option } = session.order;
  return listLines(items, 'session.order.items', shipping_option, 'session.order.shipping_option');
}

/** The items of the transaction. Dintero moves the session's shipping option here, as one more item. */
export function listTransactionLines({ transaction }: Source): readonly OrderLine[] {
  const { items, shipping_option } = transaction;
  return listLines(items, 'transaction.items', shipping_option, 'transaction.shipping_option');
}

/** Whether two lines are one and the same, seen from session and transaction. */
export function isSameLine(a: OrderLine, b: OrderLine): boolean {
  const aId = a.item.line_id;
  const bId = b.item.line_id;
  if (aId && bId) return aId === bId;
  return a.amount === b.amount && (a.item.id ?? null) === (b.item.id ?? null);
}

/** Finds the first of the lines that is the same as another: what `isSameLine` would, without asking every line. */
export function createLineFinder(lines: readonly OrderLine[]): (other: OrderLine) => OrderLine | undefined {
  const byId = new Map<string, number>();
  const byWorth = new Map<string, number>();
  const unnamedByWorth = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const { line_id } = line.item;
    if (line_id) addFirst(byId, line_id, index);
    else addFirst(unnamedByWorth, toWorth(line), index);
    addFirst(byWorth, toWorth(line), index);
  }
  return (other) => {
    const { line_id } = other.item;
    const places = line_id
      ? [byId.get(line_id), unnamedByWorth.get(toWorth(other))]
      : [byWorth.get(toWorth(other)), undefined];
    return lines[Math.min(...places.map((place) => place ?? Number.POSITIVE_INFINITY))];
  };
}

/** What lines without ids of their own are told by. */
function toWorth({ amount, item }: OrderLine): string {
  return JSON.stringify([amount, item.id ?? null]);
}

function addFirst(places: Map<string, number>, key: string, index: number): void {
  if (!places.has(key)) places.set(key, index);
}

function listLines(
  items: readonly OrderItem[] | null | undefined,
  itemsPath: string,
  shipping: ShippingOption | null | undefined,
  shippingPath: string,
): readonly OrderLine[] {
  const lines = (items ?? []).map((item, index) => toOrderLine(item, `${itemsPath}[${index}]`));
  if (!shipping) return lines;
  const moved = toOrderLine(toShippingItem(shipping), shippingPath);
  return lines.some((line) => isShipping(line, moved)) ? lines : [...lines, moved];
}

function isShipping(line: OrderLine, moved: OrderLine): boolean {
  const isNamed = line.item.type === 'shipping' || (!!line.item.line_id && line.item.line_id === moved.item.line_id);
  return isNamed && line.amount === moved.amount && isSameLine(line, moved);
}

function toShippingItem(shipping: ShippingOption): OrderItem {
  const { id, line_id, title, description, amount, vat, vat_amount } = shipping;
  return {
    id,
    line_id,
    description: title || description,
    detail: title ? description : null,
    type: 'shipping',
    amount,
    vat,
    ...(vat_amount === undefined ? {} : { vat_amount }),
  };
}

function toOrderLine(item: OrderItem, path: string): OrderLine {
  if (item.amount === undefined) {
    throw dinteroFaults.SOURCE_INVALID({
      message: `Unexpected absence of ${path}.amount, expected an integer in minor units`,
      path: `${path}.amount`,
    });
  }
  return { item, path, kind: toKind(item, item.amount), amount: item.amount };
}

/** A negative amount of any other kind is a discount: a coupon or a refund that the shop sends as an item. */
function toKind(item: OrderItem, amount: MinorUnits): ItemKind {
  if (isRounding(item, amount)) return 'rounding';
  if (item.type === 'gift_card' && amount <= 0) return 'gift-card';
  if (amount < 0) return 'discount';
  if (item.type === 'shipping' || item.type === 'surcharge') return item.type;
  return 'sale';
}

function isRounding(item: OrderItem, amount: MinorUnits): boolean {
  const isNamed = item.type === 'surcharge' || item.id === ROUNDING_ID || item.line_id === ROUNDING_ID;
  const isUntaxed = !item.vat && !item.vat_amount;
  return isNamed && isUntaxed && Math.abs(amount) < ROUNDING_LIMIT_MINOR;
}
