import type { InlineBox, InlineContent, TextItem } from '../boxes/box.ts';
import type { LineBand, PendingBox } from '../fragment.ts';
import type { IntrinsicSizes, Pass } from '../pass.ts';
import { resolve } from '../sizing/lengths.ts';
import { breakLines, type RawLine } from './break-lines.ts';
import { type Measure, placeLine } from './place-line.ts';
import { layOutPlainText, measurePlainText } from './plain-text.ts';
import type { InlinePart, InlineUnit, TextPart } from './unit.ts';

/** Lines of text in one column, from `top` down. */
export interface InlineLayout {
  readonly bands: readonly LineBand[];
  readonly height: number;
  readonly pending: readonly PendingBox[];
}

/** Inline layout: collect units, break lines, place each line. Coordinates are the holding fragment's. */
export function layOutInlines(pass: Pass, content: InlineContent, measure: Measure, top: number): InlineLayout {
  const indent = resolve(content.style.textIndent, measure.width);
  const plain = pass.plain(content);
  const only = plain && layOutPlainText(pass, content, plain, measure, indent, top);
  if (only) return { bands: [only], height: only.height, pending: NO_PENDING };
  const units = pass.units(content, measure.width);
  const bands: LineBand[] = [];
  const pending: PendingBox[] = [];
  let open: readonly InlineBox[] = [];
  let y = top;
  for (const [index, raw] of breakLines(units, measure.width, indent).entries()) {
    const placed = placeLine(pass, content.style, raw, measure, index === 0 ? indent : 0, open);
    for (const box of placed.pending) pending.push({ box: box.box, x: placed.line.x + box.x, y });
    open = placed.open;
    if (isPhantom(raw)) continue;
    bands.push({ kind: 'line', y, height: placed.height, line: placed.line });
    y += placed.height;
  }
  return { bands, height: y - top, pending };
}

const NO_PENDING: readonly PendingBox[] = [];

/** A line that shows nothing has no height (CSS 2.2 §9.4.2). */
function isPhantom(raw: RawLine): boolean {
  return (
    raw.end !== 'forced' && raw.parts.every((part) => part.kind === 'pending' || (isEdge(part) && part.width === 0))
  );
}

function isEdge(part: InlinePart): boolean {
  return part.kind === 'open' || part.kind === 'close';
}

/** The narrowest and widest that inline content can be. */
export function measureInlines(pass: Pass, content: InlineContent): IntrinsicSizes {
  const indent = content.style.textIndent.points;
  const plain = pass.plain(content);
  const known = plain && measurePlainText(plain, indent);
  if (known) return known;
  const units = pass.units(content, null);
  let min = 0;
  let max = 0;
  let line = indent;
  let hanging = 0;
  for (const [index, unit] of units.entries()) {
    min = Math.max(min, narrowest(unit) + (index === 0 ? indent : 0));
    line += hanging + unit.width;
    hanging = unit.spaceWidth;
    max = Math.max(max, line);
    if (unit.end === 'mandatory') {
      line = 0;
      hanging = 0;
    }
  }
  return { min, max };
}

/** `overflow-wrap: anywhere` lets a word be as narrow as its widest character (CSS Text 3 §5.2). */
function narrowest(unit: InlineUnit): number {
  if (!unit.parts.some((part) => part.kind === 'text' && breaksAnywhere(part.item))) {
    const slack = unit.parts.reduce((sum, part) => sum + (part.kind === 'atom' ? part.width - part.minWidth : 0), 0);
    return unit.width + unit.endWidth - slack;
  }
  return Math.max(0, ...unit.parts.map((part) => (part.kind === 'text' ? widestCharacter(part) : part.width)));
}

function breaksAnywhere({ style, whole }: TextItem): boolean {
  return style.overflowWrap === 'anywhere' && style.whiteSpace !== 'nowrap' && style.whiteSpace !== 'pre' && !whole;
}

function widestCharacter({ shaped, start, end, item, width }: TextPart): number {
  if (!breaksAnywhere(item)) return width;
  let widest = 0;
  for (let i = start; i < end; i++) widest = Math.max(widest, (shaped.edges[i + 1] ?? 0) - (shaped.edges[i] ?? 0));
  return widest;
}
