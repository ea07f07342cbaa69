import type { Alignment, ComputedStyle, MaxSize, SizeValue } from '../../document/index.ts';
import type { FlexBox, LayoutBox } from '../boxes/box.ts';
import { type Pass, type Space, shrinkingSpace } from '../pass.ts';
import { type Insets, insetsOf, marginsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';

/** A flex container's content box; a null height follows from the items. */
export interface FlexFrame {
  readonly isRow: boolean;
  readonly width: number;
  readonly height: number | null;
}

/** A flex item before its lines are filled. Sizes are of the border box along the main axis. */
export interface FlexItem {
  readonly box: LayoutBox;
  readonly align: Exclude<Alignment, 'normal'>;
  readonly margins: Insets;
  /** Margins along the main axis; `auto` counts as zero. */
  readonly mainMargins: number;
  /** Border and padding along the main axis, which never shrink. */
  readonly mainInsets: number;
  readonly base: number;
  readonly min: number;
  readonly max: number;
}

/** The base size and limits of one item (CSS Flexbox 1 §9.2 and §4.5). */
export function toFlexItem(pass: Pass, container: FlexBox, box: LayoutBox, frame: FlexFrame): FlexItem {
  const { style } = box;
  const margins = marginsOf(style, frame.width);
  const insets = insetsOf(style, frame.width);
  const mainInsets = frame.isRow ? insets.horizontal : insets.vertical;
  const self = style.alignSelf === 'auto' ? container.style.alignItems : style.alignSelf;
  const align = self === 'normal' ? 'stretch' : self;
  const sizing: Sizing = { pass, box, frame, insets, margins, align };
  const own = frame.isRow ? style.width : style.height;
  const basis = style.flexBasis === 'auto' ? own : style.flexBasis;
  const base = mainSize(sizing, basis) ?? contentSize(sizing, 'max');
  const max = mainSize(sizing, frame.isRow ? style.maxWidth : style.maxHeight) ?? Number.POSITIVE_INFINITY;
  const min = mainSize(sizing, frame.isRow ? style.minWidth : style.minHeight) ?? automaticMinimum(sizing, own, max);
  return {
    box,
    align,
    margins,
    mainMargins: frame.isRow ? margins.horizontal : margins.vertical,
    mainInsets,
    base,
    min,
    max: Math.max(min, max),
  };
}

/** A size held between the item's limits. */
export function clampMain(item: FlexItem, size: number): number {
  return Math.max(item.min, Math.min(item.max, Math.max(size, item.mainInsets)));
}

/** The space an item is laid out in once its size along the main axis is known; a null `cross` follows from content. */
export function itemSpace(item: FlexItem, frame: FlexFrame, main: number, cross: number | null): Space {
  return frame.isRow
    ? shrinkingSpace(frame.width, frame.height, main, cross)
    : shrinkingSpace(frame.width, frame.height, cross ?? columnItemWidth(item, frame), main);
}

/** An item that stretches across a column fills it; any other shrinks to its content. */
function columnItemWidth(item: Pick<FlexItem, 'box' | 'align' | 'margins'>, frame: FlexFrame): number | null {
  return stretches(item.box.style, item.align, frame.isRow) ? stretchedWidth(item, frame) : null;
}

function stretchedWidth(item: Pick<FlexItem, 'box' | 'margins'>, frame: FlexFrame): number {
  const { style } = item.box;
  const limit = (value: SizeValue | MaxSize) =>
    typeof value === 'object' ? resolve(value, frame.width) + addedInsets(style, frame.width) : null;
  const width = Math.min(frame.width - item.margins.horizontal, limit(style.maxWidth) ?? Number.POSITIVE_INFINITY);
  return Math.max(width, limit(style.minWidth) ?? 0, 0);
}

function addedInsets(style: ComputedStyle, reference: number): number {
  return style.boxSizing === 'border-box' ? 0 : insetsOf(style, reference).horizontal;
}

/** Whether an item takes the whole cross size of its line: it must leave its size and margins open (§9.4, §8.3). */
export function stretches(style: ComputedStyle, align: FlexItem['align'], isRow: boolean): boolean {
  if (align !== 'stretch') return false;
  return isRow
    ? style.height === 'auto' && style.marginTop !== 'auto' && style.marginBottom !== 'auto'
    : style.width === 'auto' && style.marginLeft !== 'auto' && style.marginRight !== 'auto';
}

interface Sizing {
  readonly pass: Pass;
  readonly box: LayoutBox;
  readonly frame: FlexFrame;
  readonly insets: Insets;
  readonly margins: Insets;
  readonly align: FlexItem['align'];
}

/** A size property along the main axis as a border-box size; null where content decides. */
function mainSize(sizing: Sizing, value: SizeValue | MaxSize): number | null {
  const { box, frame, insets } = sizing;
  switch (value) {
    case 'auto':
    case 'none':
      return null;
    case 'min-content':
      return contentSize(sizing, 'min');
    case 'max-content':
    case 'fit-content':
      return contentSize(sizing, 'max');
    default: {
      const reference = frame.isRow ? frame.width : frame.height;
      if (value.percent !== 0 && reference === null) return null;
      const added = box.style.boxSizing === 'border-box' ? 0 : frame.isRow ? insets.horizontal : insets.vertical;
      const least = frame.isRow ? insets.horizontal : insets.vertical;
      return Math.max(least, resolve(value, reference ?? 0) + added);
    }
  }
}

function contentSize(sizing: Sizing, which: 'min' | 'max'): number {
  const { pass, box, frame, insets } = sizing;
  if (frame.isRow) return pass.measure(box)[which] + insets.horizontal;
  const width = columnItemWidth(sizing, frame);
  return pass.layOut(box, shrinkingSpace(frame.width, frame.height, width)).height;
}

/** `min-width: auto`: an item does not shrink below its content, nor does its own size force it to (§4.5). */
function automaticMinimum(sizing: Sizing, own: SizeValue, max: number): number {
  if (sizing.box.style.overflow === 'hidden') return 0;
  const content = Math.min(contentSize(sizing, 'min'), max);
  const specified = mainSize(sizing, own);
  return specified === null ? content : Math.min(content, specified);
}
