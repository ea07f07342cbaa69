import type { ComputedStyle } from '../../document/index.ts';
import type { Fragment } from '../fragment.ts';
import { distribute } from './distribute.ts';
import type { FlexItem } from './flex-item.ts';

/** An item laid out, its place still to be found. */
export interface SizedItem {
  readonly item: FlexItem;
  readonly fragment: Fragment;
}

/** Offsets along the main axis of each item's border box (CSS Flexbox 1 §9.5): auto margins first, then justify-content. */
export function placeOnMain(
  items: readonly SizedItem[],
  container: ComputedStyle,
  isRow: boolean,
  available: number,
  gap: number,
): number[] {
  const used = items.reduce((sum, { item, fragment }) => sum + mainSizeOf(fragment, isRow) + item.mainMargins, 0);
  const free = available - used - gap * Math.max(0, items.length - 1);
  const autos = items.reduce((sum, { item }) => sum + countAutoMargins(item.box.style, isRow), 0);
  const share = autos > 0 ? Math.max(0, free) / autos : 0;
  const spacing = distribute(container.justifyContent, autos > 0 && free > 0 ? 0 : free, items.length);
  let pen = spacing.before;
  return items.map(({ item, fragment }) => {
    const { style } = item.box;
    const isAutoBefore = (isRow ? style.marginLeft : style.marginTop) === 'auto';
    const isAutoAfter = (isRow ? style.marginRight : style.marginBottom) === 'auto';
    const before = (isRow ? item.margins.left : item.margins.top) + (isAutoBefore ? share : 0);
    const after = (isRow ? item.margins.right : item.margins.bottom) + (isAutoAfter ? share : 0);
    const at = pen + before;
    pen = at + mainSizeOf(fragment, isRow) + after + gap + spacing.between;
    return at;
  });
}

/** The line's cross size that its items need, and the baseline they share (§9.4 step 8). */
export function crossNeeds(items: readonly SizedItem[], isRow: boolean): { size: number; baseline: number } {
  let size = 0;
  let above = 0;
  let below = 0;
  for (const sized of items) {
    const outer = outerCross(sized, isRow);
    if (!sharesBaseline(sized.item, isRow)) {
      size = Math.max(size, outer);
      continue;
    }
    const ascent = ascentOf(sized);
    above = Math.max(above, ascent);
    below = Math.max(below, outer - ascent);
  }
  return { size: Math.max(size, above + below), baseline: above };
}

/** The offset of an item's border box across its line (§9.6). */
export function placeOnCross(sized: SizedItem, isRow: boolean, lineSize: number, baseline: number): number {
  const { item } = sized;
  const { style } = item.box;
  const before = isRow ? item.margins.top : item.margins.left;
  const free = lineSize - outerCross(sized, isRow);
  const [start, end] = isRow ? [style.marginTop, style.marginBottom] : [style.marginLeft, style.marginRight];
  if (start === 'auto' || end === 'auto') {
    const share = start === 'auto' && end === 'auto' ? free / 2 : start === 'auto' ? free : 0;
    return before + Math.max(0, share);
  }
  if (sharesBaseline(item, isRow)) return baseline - ascentOf(sized) + before;
  if (item.align === 'end') return before + free;
  return item.align === 'center' ? before + free / 2 : before;
}

function countAutoMargins(style: ComputedStyle, isRow: boolean): number {
  const [before, after] = isRow ? [style.marginLeft, style.marginRight] : [style.marginTop, style.marginBottom];
  return (before === 'auto' ? 1 : 0) + (after === 'auto' ? 1 : 0);
}

function mainSizeOf(fragment: Fragment, isRow: boolean): number {
  return isRow ? fragment.width : fragment.height;
}

function outerCross({ item, fragment }: SizedItem, isRow: boolean): number {
  return isRow ? fragment.height + item.margins.vertical : fragment.width + item.margins.horizontal;
}

function sharesBaseline(item: FlexItem, isRow: boolean): boolean {
  return isRow && item.align === 'baseline';
}

/** From the margin edge to the first baseline; a box without text stands on its bottom edge. */
function ascentOf({ item, fragment }: SizedItem): number {
  return item.margins.top + (fragment.firstBaseline ?? fragment.height);
}
