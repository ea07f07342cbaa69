import type { InlineAtom, InlineBox, InlineContent, InlineItem, TextItem } from '../boxes/box.ts';
import { type Pass, shrinkingSpace } from '../pass.ts';
import { borderRoom } from '../sizing/browser-rounding.ts';
import { marginsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { contributionOf } from '../sizing/width.ts';
import { factOn, textOn } from '../strings/page-text.ts';
import { findBreaks } from './find-breaks.ts';
import { SOFT_HYPHEN } from './shape-line.ts';
import type { ShapedText } from './shaped-text.ts';
import { type InlinePart, type InlineUnit, type TextPart, toTextPart } from './unit.ts';

/** Cuts inline content into the units that lines are made of, each measured. */
export function collectUnits(pass: Pass, content: InlineContent, width: number | null): InlineUnit[] {
  const items = content.items.map((item) => showPageText(pass, item));
  const breaks = findBreaks(items, content.style);
  const units: InlineUnit[] = [];
  let parts: InlinePart[] = [];
  const endUnit = (end: InlineUnit['end']) => {
    units.push(measureUnit(pass, parts, end));
    parts = [];
  };
  for (const [index, item] of items.entries()) {
    switch (item.kind) {
      case 'text':
        for (const [nth, texts] of cutText(pass, item, breaks.inside(index)).entries()) {
          if (nth > 0) endUnit('allowed');
          parts.push(...texts);
        }
        break;
      case 'open':
      case 'close':
        parts.push({ kind: item.kind, box: item.box, width: edgeWidth(item.box, item.kind, width ?? 0) });
        break;
      case 'atom':
        parts.push(toAtom(pass, item, width));
        break;
      case 'break':
        endUnit('mandatory');
        break;
      case 'out-of-flow':
        parts.push({ kind: 'pending', box: item.box, width: 0 });
        break;
      default:
        item satisfies never;
    }
    if (breaks.after(index)) endUnit('allowed');
  }
  endUnit('last');
  return units;
}

function showPageText({ pageTexts }: Pass, item: InlineItem): InlineItem {
  if (item.kind !== 'text' || item.pageText === null) return item;
  const mark = { ...item.mark, fact: factOn(pageTexts, item.mark.fact) };
  return { ...item, text: textOn(pageTexts, item.pageText), mark };
}

/** Cuts an item's text at `offsets`; each inner list is one unit's parts. */
function cutText(pass: Pass, item: TextItem, offsets: readonly number[]): TextPart[][] {
  const cuts: TextPart[][] = [[]];
  let base = 0;
  let next = 0;
  for (const shaped of pass.shaped(item)) {
    let from = 0;
    for (let cut = offsets[next]; cut !== undefined && cut <= base + shaped.text.length; cut = offsets[++next]) {
      addText(cuts.at(-1) ?? [], item, shaped, from, cut - base);
      cuts.push([]);
      from = cut - base;
    }
    addText(cuts.at(-1) ?? [], item, shaped, from, shaped.text.length);
    base += shaped.text.length;
  }
  return cuts;
}

/** White space at the end becomes a part of its own, because it hangs when the line ends there. */
function addText(parts: TextPart[], item: TextItem, shaped: ShapedText, start: number, end: number): void {
  let trimmed = end;
  // Where spaces are kept as they are, those at the end of a line take their room (CSS Text 3 §4.1.3).
  if (item.style.whiteSpace !== 'pre')
    while (trimmed > start && isSpace(shaped.text.charCodeAt(trimmed - 1))) trimmed--;
  if (trimmed > start) parts.push(toTextPart(item, shaped, start, trimmed, false));
  if (end > trimmed) parts.push(toTextPart(item, shaped, trimmed, end, true));
}

/** The white space that hangs at a line's end. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

function toAtom(pass: Pass, item: InlineAtom, width: number | null): InlinePart {
  const contribution = contributionOf(pass, item.box);
  if (width === null) {
    return { fragment: null, width: contribution.max, minWidth: contribution.min, ...item };
  }
  const fragment = pass.layOut(item.box, shrinkingSpace(width, null));
  const outer = fragment.width + marginsOf(item.box.style, width).horizontal;
  return { fragment, width: outer, minWidth: outer, ...item };
}

/** Margin, border and padding where an inline element opens or closes. */
function edgeWidth(box: InlineBox, edge: 'open' | 'close', reference: number): number {
  const { style } = box;
  const margins = marginsOf(style, reference);
  return edge === 'open'
    ? margins.left + borderRoom(style.borderLeft) + resolve(style.paddingLeft, reference)
    : margins.right + borderRoom(style.borderRight) + resolve(style.paddingRight, reference);
}

function measureUnit(pass: Pass, parts: readonly InlinePart[], end: InlineUnit['end']): InlineUnit {
  let width = 0;
  let spaceWidth = 0;
  for (const part of parts) {
    if ((part.kind === 'text' && part.hangs) || (part.kind === 'close' && spaceWidth > 0)) spaceWidth += part.width;
    else {
      width += spaceWidth + part.width;
      spaceWidth = 0;
    }
  }
  return { parts, width, spaceWidth, endWidth: end === 'allowed' ? endWidth(pass, parts) : 0, end };
}

function endWidth(pass: Pass, parts: readonly InlinePart[]): number {
  const last = parts.findLast((part) => part.kind === 'text');
  if (last?.kind !== 'text') return 0;
  const { shaped, end } = last;
  // A soft hyphen shows only where a line ends after it.
  if (shaped.text.charCodeAt(end - 1) === SOFT_HYPHEN) return pass.context.fontBook.measure('-', shaped.font);
  return last.hangs ? 0 : shaped.kernedAway(end);
}
