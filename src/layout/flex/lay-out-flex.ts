import { firstBaseline, lastBaseline } from '../block/lay-out-flow.ts';
import { liftAll } from '../block/stack-blocks.ts';
import type { FlexBox, LayoutBox } from '../boxes/box.ts';
import { breakInsideOf, toBand } from '../break-values.ts';
import type { BoxBand, Fragment, PendingBox } from '../fragment.ts';
import { ownMargins } from '../margins.ts';
import type { Pass, Space } from '../pass.ts';
import { adoptPositioned } from '../positioned/lay-out-positioned.ts';
import { place } from '../positioned/relative-offset.ts';
import { type Insets, insetsOf, marginsOf } from '../sizing/edges.ts';
import { clampHeight, definiteHeight } from '../sizing/height.ts';
import { resolve } from '../sizing/lengths.ts';
import { usedWidth } from '../sizing/width.ts';
import { distribute } from './distribute.ts';
import { type FlexFrame, toFlexItem } from './flex-item.ts';
import { type FlexLine, fillLines, stretchItems } from './flex-line.ts';
import { placeOnCross, placeOnMain } from './place-items.ts';

/** A flex container (CSS Flexbox 1 §9): sizes of items, lines, sizes on each line, places. */
export function layOutFlex(pass: Pass, box: FlexBox, space: Space): Fragment {
  const { style } = box;
  const insets = insetsOf(style, space.width);
  const margins = marginsOf(style, space.width);
  const width = usedWidth(pass, box, space);
  const asked = definiteHeight(style, space, insets.vertical);
  const frame: FlexFrame = {
    isRow: style.flexDirection.startsWith('row'),
    width: width - insets.horizontal,
    height: asked,
  };
  const items = inOrder(box).map((child) => toFlexItem(pass, box, child, frame));
  const lines = fillLines(pass, style, items, frame);
  const placed = frame.isRow
    ? placeRows(pass, box, lines, frame, insets)
    : placeColumn(pass, box, lines, frame, insets);
  const height = asked ?? clampHeight(style, placed.height, space.height, insets.vertical);
  const fragment: Fragment = {
    box,
    x: 0,
    y: 0,
    width,
    height: height + insets.vertical,
    bands: placed.bands,
    bottomInset: insets.bottom,
    contentShift: 0,
    overflow: {
      width: frame.isRow ? excessWidth(lines, frame.width, resolve(style.columnGap, frame.width)) : 0,
      height: Math.max(0, neededHeight(lines, placed.height, frame) - height),
    },
    continuation: null,
    positioned: [],
    pending: [...outOfFlow(box, insets), ...liftAll(placed.bands)],
    margins: ownMargins(margins.top, margins.bottom),
    firstBaseline: firstBaseline(placed.bands),
    lastBaseline: lastBaseline(placed.bands),
  };
  return adoptPositioned(pass, fragment);
}

/** By how much the items of some line are wider than it, though they have shrunk as far as they may. */
function excessWidth(lines: readonly FlexLine[], width: number, gap: number): number {
  const used = lines.map(
    ({ items, mainSizes }) =>
      items.reduce((sum, { item }, i) => sum + (mainSizes[i] ?? 0) + item.mainMargins, 0) + gap * (items.length - 1),
  );
  return Math.max(0, ...used.map((total) => total - width));
}

/** Before lines and items are stretched or placed in the container's height. */
function neededHeight(lines: readonly FlexLine[], height: number, frame: FlexFrame): number {
  return frame.isRow && lines.length === 1 ? (lines[0]?.cross ?? 0) : height;
}

interface PlacedLines {
  readonly bands: readonly BoxBand[];
  readonly height: number;
}

function inOrder(box: FlexBox): LayoutBox[] {
  const boxes = box.children.filter((child) => child.kind !== 'out-of-flow');
  const ordered = boxes.some(({ style }) => style.order !== 0)
    ? boxes.toSorted((a, b) => a.style.order - b.style.order)
    : boxes;
  return box.style.flexDirection.endsWith('reverse') ? ordered.toReversed() : ordered;
}

/** Rows: each line is a band, and lines share the container's height if that is known (§9.6 steps 15 and 16). */
function placeRows(
  pass: Pass,
  box: FlexBox,
  lines: readonly FlexLine[],
  frame: FlexFrame,
  insets: Insets,
): PlacedLines {
  const { style } = box;
  const gap = resolve(style.rowGap, frame.height ?? 0);
  const sizes = lineSizes(box, lines, frame, gap, insets);
  const used = sizes.reduce((sum, size) => sum + size, 0) + gap * Math.max(0, lines.length - 1);
  const spacing = distribute(style.alignContent, frame.height === null ? 0 : frame.height - used, lines.length);
  const bands: BoxBand[] = [];
  let y = insets.top + (style.flexWrap === 'wrap' ? spacing.before : 0);
  for (const [index, line] of lines.entries()) {
    const size = sizes[index] ?? line.cross;
    const items = stretchItems(pass, line, frame, size);
    const offsets = placeOnMain(items, justifyOf(style), true, frame.width, resolve(style.columnGap, frame.width));
    const boxes = items.map((sized, i) => {
      const x = insets.left + (offsets[i] ?? 0);
      return place(sized.fragment, x, y + placeOnCross(sized, true, size, line.baseline), frame.width, frame.height);
    });
    bands.push(toBand(boxes, y, size, boxes.some((b) => b.box.style.breakInside === 'avoid') ? 'avoid' : 'auto'));
    y += size + gap + (style.flexWrap === 'wrap' ? spacing.between : 0);
  }
  return { bands, height: used };
}

/** A line that cannot wrap is as high as the container; lines that can share out what is left. */
function lineSizes(
  box: FlexBox,
  lines: readonly FlexLine[],
  frame: FlexFrame,
  gap: number,
  insets: Insets,
): readonly number[] {
  const { style } = box;
  const [only] = lines;
  if (style.flexWrap === 'nowrap' && only !== undefined) {
    return [frame.height ?? clampHeight(style, only.cross, null, insets.vertical)];
  }
  const sizes = lines.map((line) => line.cross);
  if (frame.height === null || (style.alignContent !== 'stretch' && style.alignContent !== 'normal')) return sizes;
  const free = frame.height - sizes.reduce((sum, size) => sum + size, 0) - gap * Math.max(0, lines.length - 1);
  return free > 0 ? sizes.map((size) => size + free / lines.length) : sizes;
}

/** A column: each item is a band. */
function placeColumn(
  pass: Pass,
  box: FlexBox,
  lines: readonly FlexLine[],
  frame: FlexFrame,
  insets: Insets,
): PlacedLines {
  const { style } = box;
  const gap = resolve(style.rowGap, frame.height ?? 0);
  const items = lines.flatMap((line) => stretchItems(pass, line, frame, frame.width));
  const used =
    items.reduce((sum, { item, fragment }) => sum + fragment.height + item.mainMargins, 0) +
    gap * Math.max(0, items.length - 1);
  const available = frame.height ?? clampHeight(style, used, null, insets.vertical);
  const offsets = placeOnMain(items, justifyOf(style), false, available, gap);
  const bands = items.map((sized, i) => {
    const y = insets.top + (offsets[i] ?? 0);
    const x = insets.left + placeOnCross(sized, false, frame.width, 0);
    const fragment = place(sized.fragment, x, y, frame.width, frame.height);
    return toBand([fragment], y, fragment.height, breakInsideOf(fragment.box.style));
  });
  return { bands, height: used };
}

/** Items of a reversed container are placed from its end, which is its start. */
function justifyOf(style: FlexBox['style']): FlexBox['style'] {
  if (!style.flexDirection.endsWith('reverse')) return style;
  const { justifyContent } = style;
  const mirrored =
    justifyContent === 'end'
      ? 'start'
      : justifyContent === 'start' || justifyContent === 'normal'
        ? 'end'
        : justifyContent;
  return { ...style, justifyContent: mirrored };
}

function outOfFlow(box: FlexBox, insets: Insets): PendingBox[] {
  const children = box.children.filter((child) => child.kind === 'out-of-flow');
  return children.map((child) => ({ box: child.box, x: insets.left, y: insets.top }));
}
