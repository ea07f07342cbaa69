import type { ComputedStyle } from '../../document/index.ts';
import { segment } from '../../text/index.ts';
import type { InlineBox, InlineItem, TextItem } from '../boxes/box.ts';

/** Where lines may end in a list of inline items. */
export interface InlineBreaks {
  /** Offsets inside the text of item `index`. */
  readonly inside: (index: number) => readonly number[];
  /** Whether a line may end right after item `index`. */
  readonly after: (index: number) => boolean;
}

/** Stands for an image or inline-block; UAX #14 lets lines end before and after it. */
const ATOM = '\uFFFC';
const SOFT_HYPHEN = '\u00ad';

/** Finds where lines may end: by UAX #14 over the whole text, less what `white-space` and whole facts forbid. */
export function findBreaks(items: readonly InlineItem[], paragraph: ComputedStyle): InlineBreaks {
  if (!items.some((item) => item.kind === 'atom' || (item.kind === 'text' && mayBreak(item.text)))) return NO_BREAKS;
  const inside = new Map<number, number[]>();
  const after = new Set<number>();
  for (const stretch of toStretches(items)) {
    let nth = 0;
    for (const offset of breakOffsets(stretch.text)) {
      while ((stretch.starts[nth + 1]?.start ?? Number.POSITIVE_INFINITY) < offset) nth += 1;
      const left = stretch.starts[nth];
      if (left === undefined) continue;
      if (offset < left.start + left.length) markInside(items, left, offset, inside);
      else if (mayWrapBetween(items, left.index, stretch.starts[nth + 1]?.index, paragraph)) {
        after.add(skipClosing(items, left.index));
      }
    }
  }
  return { inside: (index) => inside.get(index) ?? [], after: (index) => after.has(index) };
}

/** Text between two forced breaks, and where each item's text begins in it. */
interface Stretch {
  readonly text: string;
  readonly starts: readonly { readonly index: number; readonly start: number; readonly length: number }[];
}

function toStretches(items: readonly InlineItem[]): Stretch[] {
  const stretches: Stretch[] = [];
  let text = '';
  let starts: { index: number; start: number; length: number }[] = [];
  const end = () => {
    if (text !== '') stretches.push({ text, starts });
    text = '';
    starts = [];
  };
  for (const [index, item] of items.entries()) {
    if (item.kind === 'break') end();
    const own = item.kind === 'text' ? item.text : item.kind === 'atom' ? ATOM : '';
    if (own === '') continue;
    starts.push({ index, start: text.length, length: own.length });
    text += own;
  }
  end();
  return stretches;
}

const NO_BREAKS: InlineBreaks = { inside: () => [], after: () => false };

/** Most cells hold one word or one amount, and what has only these characters no rule can break. */
export function mayBreak(text: string): boolean {
  return /[^0-9A-Za-z.,\u00A0]/.test(text);
}

function breakOffsets(text: string): number[] {
  if (!mayBreak(text)) return [];
  const offsets: number[] = [];
  for (const { start } of segment(text)) if (start > 0) offsets.push(start);
  return offsets;
}

function markInside(
  items: readonly InlineItem[],
  left: Stretch['starts'][number],
  offset: number,
  inside: Map<number, number[]>,
): void {
  const item = items[left.index];
  if (!mayWrapInside(item) || forbidsHyphen(item, offset - left.start)) return;
  const offsets = inside.get(left.index) ?? [];
  offsets.push(offset - left.start);
  inside.set(left.index, offsets);
}

/** Elements that end at a break stay on its line; elements that begin there go to the next. */
function skipClosing(items: readonly InlineItem[], index: number): number {
  let last = index;
  while (items[last + 1]?.kind === 'close') last += 1;
  return last;
}

/** `hyphens: none` makes soft hyphens mean nothing (CSS Text 3 §6.1). */
function forbidsHyphen(item: InlineItem | undefined, offset: number): boolean {
  return item?.kind === 'text' && item.style.hyphens === 'none' && item.text[offset - 1] === SOFT_HYPHEN;
}

function mayWrapInside(item: InlineItem | undefined): boolean {
  return item?.kind === 'text' && !item.whole && wraps(item.style);
}

/**
 * Between two items the element that holds both decides, but a space decides for itself (CSS Text 3 §5.1). A whole
 * fact is never left in its middle.
 */
function mayWrapBetween(
  items: readonly InlineItem[],
  leftIndex: number,
  rightIndex: number | undefined,
  paragraph: ComputedStyle,
): boolean {
  const left = items[leftIndex];
  const right = rightIndex === undefined ? undefined : items[rightIndex];
  if (left === undefined || right === undefined) return false;
  if (left.kind === 'text' && right.kind === 'text' && sharesWholeFact(left, right)) return false;
  if (left.kind === 'text' && left.text.endsWith(' ')) return wraps(left.style);
  return wraps(commonStyle(left, right) ?? paragraph);
}

function sharesWholeFact(left: TextItem, right: TextItem): boolean {
  return left.whole && right.whole && left.mark.fact === right.mark.fact;
}

/** The style of the innermost inline element around both; null where only the paragraph is around both. */
function commonStyle(left: InlineItem, right: InlineItem): ComputedStyle | null {
  const around = new Set<InlineBox>();
  for (let box = parentOf(left); box !== null; box = box.parent) around.add(box);
  for (let box = parentOf(right); box !== null; box = box.parent) if (around.has(box)) return box.style;
  return null;
}

function parentOf(item: InlineItem): InlineBox | null {
  return item.kind === 'text' || item.kind === 'atom' ? item.parent : null;
}

function wraps(style: ComputedStyle): boolean {
  return style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre';
}
