import type { ComputedStyle } from '../../document/index.ts';
import { layoutFaults } from '../faults.ts';
import type { Pass } from '../pass.ts';
import { resolve } from '../sizing/lengths.ts';
import { clampMain, type FlexFrame, type FlexItem, itemSpace, stretches } from './flex-item.ts';
import { crossNeeds, type SizedItem } from './place-items.ts';
import { resolveLengths } from './resolve-lengths.ts';

/** Items of one line, their main sizes settled and laid out to find how high (or wide) the line must be. */
export interface FlexLine {
  readonly items: readonly SizedItem[];
  readonly mainSizes: readonly number[];
  readonly cross: number;
  readonly baseline: number;
}

/** Collects items into lines and settles their sizes along them (CSS Flexbox 1 §9.3). */
export function fillLines(pass: Pass, style: ComputedStyle, items: readonly FlexItem[], frame: FlexFrame): FlexLine[] {
  if (items.length === 0) return [];
  const available = frame.isRow ? frame.width : frame.height;
  const gap = frame.isRow ? resolve(style.columnGap, frame.width) : resolve(style.rowGap, frame.height ?? 0);
  const lines = style.flexWrap === 'wrap' ? wrapItems(items, available, gap, frame) : [items];
  return lines.map((line) => {
    const gaps = gap * (line.length - 1);
    // A column whose height follows from its items has nothing to share out.
    const mainSizes =
      available === null ? line.map((item) => clampMain(item, item.base)) : resolveLengths(line, available - gaps);
    const sized = line.map((item, i) => ({
      item,
      fragment: pass.layOut(item.box, itemSpace(item, frame, mainSizes[i] ?? item.base, null)),
    }));
    const { size, baseline } = crossNeeds(sized, frame.isRow);
    return { items: sized, mainSizes, cross: size, baseline };
  });
}

/** Gives the items that stretch the cross size of their line (§9.4 step 11). */
export function stretchItems(pass: Pass, line: FlexLine, frame: FlexFrame, cross: number): SizedItem[] {
  return line.items.map((sized, i) => {
    const { item } = sized;
    if (!frame.isRow || !stretches(item.box.style, item.align, true)) return sized;
    const height = clampCross(item, cross - item.margins.vertical);
    if (height === sized.fragment.height) return sized;
    return { item, fragment: pass.layOut(item.box, itemSpace(item, frame, line.mainSizes[i] ?? item.base, height)) };
  });
}

function clampCross(item: FlexItem, height: number): number {
  const { minHeight, maxHeight } = item.box.style;
  const max = typeof maxHeight === 'object' && maxHeight.percent === 0 ? maxHeight.points : Number.POSITIVE_INFINITY;
  const min = typeof minHeight === 'object' && minHeight.percent === 0 ? minHeight.points : 0;
  return Math.max(Math.min(height, max), min, 0);
}

function wrapItems(
  items: readonly FlexItem[],
  available: number | null,
  gap: number,
  frame: FlexFrame,
): (readonly FlexItem[])[] {
  if (!frame.isRow) {
    throw layoutFaults.LAYOUT_UNSUPPORTED({
      message: 'Unexpected flex-wrap in a column, expected a row',
      place: items[0]?.box.place,
    });
  }
  const lines: FlexItem[][] = [];
  let line: FlexItem[] = [];
  let used = 0;
  for (const item of items) {
    const outer = clampMain(item, item.base) + item.mainMargins;
    if (line.length > 0 && available !== null && used + gap + outer > available + WRAP_TOLERANCE) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += (line.length > 0 ? gap : 0) + outer;
    line.push(item);
  }
  lines.push(line);
  return lines;
}

/** Sums of widths that should fill a line exactly may miss it by rounding; points. */
const WRAP_TOLERANCE = 0.001;
