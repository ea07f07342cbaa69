import type { BlockChild, LayoutBox } from '../boxes/box.ts';
import { breakInsideOf, toBand } from '../break-values.ts';
import type { BoxBand, CollapsingMargins, Fragment, MarginSet, PendingBox } from '../fragment.ts';
import { collapsed, join, NO_MARGIN } from '../margins.ts';
import type { Pass, Space } from '../pass.ts';
import { place } from '../positioned/relative-offset.ts';
import { marginsOf } from '../sizing/edges.ts';

/** The content box that blocks are stacked in. */
export interface Column {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Null where it depends on the blocks. */
  readonly height: number | null;
  /** Whether the first block's top margin goes out through the parent's top edge, and the last one's through its bottom. */
  readonly opensAtTop: boolean;
  readonly opensAtBottom: boolean;
}

export interface BlockStack {
  readonly bands: readonly BoxBand[];
  readonly height: number;
  readonly pending: readonly PendingBox[];
  /** Margins that came out through the parent's edges. */
  readonly before: MarginSet;
  readonly after: MarginSet;
  /** Nothing in the stack has any height, so that the margins above and below it are one. */
  readonly isEmpty: boolean;
}

/** Puts blocks one below the other, their vertical margins collapsed (CSS 2.2 §8.3.1 and §9.4.1). */
export function stackBlocks(pass: Pass, children: readonly BlockChild[], column: Column): BlockStack {
  const bands: BoxBand[] = [];
  const pending: PendingBox[] = [];
  const space = childSpace(column);
  let y = column.top;
  let before = NO_MARGIN;
  /** Margins since the last edge; they become a distance only when something follows. */
  let open = NO_MARGIN;
  let atTop = true;
  const distance = () => (atTop && column.opensAtTop ? 0 : collapsed(open));

  for (const child of children) {
    if (child.kind === 'out-of-flow') {
      pending.push({ box: child.box, x: column.left, y: y + distance() });
      continue;
    }
    const fragment = pass.layOut(child, space);
    const { margins } = fragment;
    open = join(open, margins.before);
    const childY = y + distance();
    const placed = place(
      fragment,
      column.left + inlineOffset(child, fragment.width, column.width),
      childY,
      column.width,
      column.height,
    );
    bands.push(toBand([placed], childY, placed.height, breakInsideOf(child.style)));
    if (placed.pending.length > 0) pending.push(...lift(placed));
    if (margins.through) {
      open = join(open, margins.after);
      continue;
    }
    if (atTop && column.opensAtTop) before = open;
    atTop = false;
    y = childY + placed.height;
    open = margins.after;
  }
  if (atTop && column.opensAtTop) before = open;
  const trailing = column.opensAtBottom || (atTop && column.opensAtTop) ? 0 : collapsed(open);
  return {
    bands,
    height: y + trailing - column.top,
    pending,
    before,
    after: column.opensAtBottom ? open : NO_MARGIN,
    isEmpty: atTop,
  };
}

/** Absolute boxes inside a child that its parent has to find a containing block for. */
function lift(fragment: Fragment): PendingBox[] {
  return fragment.pending.map(({ box, x, y }) => ({ box, x: x + fragment.x, y: y + fragment.y }));
}

/** The same for all boxes of some bands. */
export function liftAll(bands: readonly BoxBand[]): PendingBox[] {
  const lifted: PendingBox[] = [];
  for (const band of bands) for (const box of band.boxes) if (box.pending.length > 0) lifted.push(...lift(box));
  return lifted;
}

/** The margins of a block whose content is `stack`, given its own. */
export function outerMargins(own: CollapsingMargins, stack: BlockStack, isFlat: boolean): CollapsingMargins {
  const before = join(own.before, stack.before);
  const after = join(own.after, stack.after);
  return { before, after, through: isFlat && stack.isEmpty };
}

function childSpace(column: Column): Space {
  return {
    width: column.width,
    height: column.height,
    autoWidth: 'fill',
    fixedWidth: null,
    fixedHeight: null,
    isolated: false,
  };
}

/** Where a block stands across: at its left margin, or where auto margins push it (CSS 2.2 §10.3.3). */
function inlineOffset(box: LayoutBox, width: number, available: number): number {
  const { style } = box;
  const margins = marginsOf(style, available);
  if (style.marginLeft !== 'auto') return margins.left;
  const spare = Math.max(0, available - width - margins.horizontal);
  return style.marginRight === 'auto' ? spare / 2 : spare;
}
