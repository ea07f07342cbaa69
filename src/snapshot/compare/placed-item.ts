import type { Box } from '../../base/index.ts';
import type { Snapshot, SnapshotItem, TextItem } from '../snapshot.ts';
import type { Spot } from './difference.ts';

/** An item and the page it is on, from 1. */
export interface Placed<Item extends SnapshotItem = SnapshotItem> {
  readonly item: Item;
  readonly page: number;
}

export type PlacedText = Placed<TextItem>;

/** The same item before and after; it may have moved, or say something else. */
export interface Pair<Item extends SnapshotItem = SnapshotItem> {
  readonly before: Placed<Item>;
  readonly after: Placed<Item>;
}

/** Every item of a snapshot with its page. */
export function listItems({ pages }: Snapshot): readonly Placed[] {
  return pages.flatMap(({ items }, index) => items.map((item) => ({ item, page: index + 1 })));
}

export function isText(placed: Placed): placed is PlacedText {
  return placed.item.kind === 'text';
}

/** Links have nothing to see, and text is compared by its words. */
export function isDrawing({ item }: Placed): boolean {
  return item.kind !== 'text' && item.kind !== 'link';
}

/** Where something stands: around the letters of a text, around the ink of anything else. */
export function boxOf(item: SnapshotItem): Box {
  switch (item.kind) {
    case 'text':
      return { x: item.x, y: item.y - item.style.size * ASCENT, width: item.width, height: item.style.size * LINE };
    case 'line': {
      const x = Math.min(item.x1, item.x2);
      const y = Math.min(item.y1, item.y2);
      return { x, y, width: Math.abs(item.x2 - item.x1), height: Math.abs(item.y2 - item.y1) };
    }
    case 'path':
      return boundPath(item.segments);
    default:
      return { x: item.x, y: item.y, width: item.width, height: item.height };
  }
}

/** Above the baseline and in all, as a share of the size; near enough for marks around words. */
const ASCENT = 0.86;
const LINE = 1.12;

const POINT = /(-?[\d.]+) (-?[\d.]+)/g;

function boundPath(segments: string): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [, x = '0', y = '0'] of segments.matchAll(POINT)) {
    left = Math.min(left, Number(x));
    right = Math.max(right, Number(x));
    top = Math.min(top, Number(y));
    bottom = Math.max(bottom, Number(y));
  }
  return Number.isFinite(left)
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : { x: 0, y: 0, width: 0, height: 0 };
}

/** The smallest box around several items that are on one page. */
export function spotOf(placed: readonly Placed[]): Spot | null {
  const [first] = placed;
  if (first === undefined) return null;
  const boxes = placed.filter(({ page }) => page === first.page).map(({ item }) => boxOf(item));
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { page: first.page, box: { x, y, width: right - x, height: bottom - y } };
}
