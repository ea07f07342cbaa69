import type { InlineAtom, InlineBox, InlineContent, InlineItem, TextItem } from '../boxes/box.ts';
import { layoutFaults } from '../faults.ts';
import { type FontStretch, type Pass, shrinkingSpace } from '../pass.ts';
import { borderRoom } from '../sizing/browser-rounding.ts';
import { marginsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { contributionOf } from '../sizing/width.ts';
import { findBreaks } from './find-breaks.ts';
import type { InlinePart, InlineUnit, TextPart } from './unit.ts';

/** Cuts inline content into the units that lines are made of, each measured. */
export function collectUnits(pass: Pass, content: InlineContent, width: number | null): InlineUnit[] {
  const items = content.items.map((item) => showCounter(pass, item));
  const breaks = findBreaks(items, content.style);
  const units: InlineUnit[] = [];
  let parts: InlinePart[] = [];
  const endUnit = (end: InlineUnit['end']) => {
    units.push({ ...measureUnit(parts), parts, end });
    parts = [];
  };
  for (const [index, item] of items.entries()) {
    switch (item.kind) {
      case 'text':
        for (const [nth, stretches] of cutAt(pass.stretches(item), breaks.inside(index)).entries()) {
          if (nth > 0) endUnit('allowed');
          for (const stretch of stretches) parts.push(...toTextParts(pass, item, stretch));
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

function showCounter(pass: Pass, item: InlineItem): InlineItem {
  if (item.kind !== 'text' || item.pageCounter === null) return item;
  if (pass.counters === null) {
    throw layoutFaults.LAYOUT_UNSUPPORTED({
      message: `Unexpected counter(${item.pageCounter}) in the flow, expected it in a running or fixed element or a margin box`,
      place: item.place,
    });
  }
  return { ...item, text: String(pass.counters[item.pageCounter]) };
}

/** White space at the end becomes a part of its own, because it hangs when the line ends there. */
function toTextParts(pass: Pass, item: TextItem, stretch: FontStretch): TextPart[] {
  const { font, text } = stretch;
  // Where spaces are kept as they are, those at the end of a line take their room (CSS Text 3 §4.1.3).
  const trimmed = item.style.whiteSpace === 'pre' ? text : text.replace(/(?<![ \t])[ \t]+$/, '');
  const space = text.slice(trimmed.length);
  return [trimmed, space]
    .filter((piece) => piece !== '')
    .map((piece) => ({ kind: 'text', item, font, text: piece, width: pass.context.fontBook.measure(piece, font) }));
}

/** Cuts stretches further, at offsets of the text that they make up; each inner list is one unit's. */
function cutAt(stretches: readonly FontStretch[], offsets: readonly number[]): FontStretch[][] {
  const cuts: FontStretch[][] = [[]];
  let start = 0;
  let next = 0;
  for (const { text, font } of stretches) {
    let from = 0;
    for (let cut = offsets[next]; cut !== undefined && cut <= start + text.length; cut = offsets[++next]) {
      cuts.at(-1)?.push({ text: text.slice(from, cut - start), font });
      cuts.push([]);
      from = cut - start;
    }
    cuts.at(-1)?.push({ text: text.slice(from), font });
    start += text.length;
  }
  return cuts;
}

function toAtom(pass: Pass, item: InlineAtom, width: number | null): InlinePart {
  const contribution = contributionOf(pass, item.box);
  if (width === null) {
    return { ...item, fragment: null, width: contribution.max, minWidth: contribution.min };
  }
  const fragment = pass.layOut(item.box, shrinkingSpace(width, null));
  const outer = fragment.width + marginsOf(item.box.style, width).horizontal;
  return { ...item, fragment, width: outer, minWidth: outer };
}

/** Margin, border and padding where an inline element opens or closes. */
function edgeWidth(box: InlineBox, edge: 'open' | 'close', reference: number): number {
  const { style } = box;
  const margins = marginsOf(style, reference);
  return edge === 'open'
    ? margins.left + borderRoom(style.borderLeft) + resolve(style.paddingLeft, reference)
    : margins.right + borderRoom(style.borderRight) + resolve(style.paddingRight, reference);
}

function measureUnit(parts: readonly InlinePart[]): { width: number; spaceWidth: number } {
  let width = 0;
  let spaceWidth = 0;
  for (const part of parts) {
    const hangs = part.kind === 'text' && /^[ \t]+$/.test(part.text);
    if (hangs) spaceWidth += part.width;
    else if (part.kind === 'close' && spaceWidth > 0) spaceWidth += part.width;
    else {
      width += spaceWidth + part.width;
      spaceWidth = 0;
    }
  }
  return { width, spaceWidth };
}
