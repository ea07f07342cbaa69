import { canBreakAnywhere } from '../../text/index.ts';
import { type InlinePart, type InlineUnit, type TextPart, toTextPart } from './unit.ts';

/** The parts of one line, in order. */
export interface RawLine {
  readonly parts: readonly InlinePart[];
  /** Whether the line ended for want of room, at a forced break, or with the paragraph. */
  readonly end: 'wrapped' | 'forced' | 'last';
}

/** Differences below this are rounding, not overflow; points. */
export const FIT_TOLERANCE = 0.01;

/** Fills lines with units, each as full as it goes (CSS Text 3 §5). `indent` narrows the first line. */
export function breakLines(units: readonly InlineUnit[], width: number, indent: number): RawLine[] {
  const cut = splitWideUnits(units, width, indent);
  const lines: RawLine[] = [];
  let start = 0;
  while (start < cut.length) {
    const end = endOfLine(cut, start, lines.length === 0 ? width - indent : width);
    const parts = partsOf(cut, start, end);
    const last = cut[end - 1];
    const isEmpty = parts.length === 0 && last?.end === 'last';
    if (!isEmpty) lines.push({ parts, end: toEnd(last, end === cut.length) });
    start = end;
  }
  return lines;
}

function toEnd(last: InlineUnit | undefined, isLast: boolean): RawLine['end'] {
  if (last?.end === 'mandatory') return 'forced';
  return isLast ? 'last' : 'wrapped';
}

/** The unit after the last that fits a line from `start`; at least one is taken, whether it fits or not. */
function endOfLine(units: readonly InlineUnit[], start: number, width: number): number {
  let end = start;
  let used = 0;
  let hasContent = false;
  for (let i = start; i < units.length; i++) {
    const unit = units[i];
    if (unit === undefined) break;
    if (hasContent && used + unit.width > width + FIT_TOLERANCE) break;
    hasContent ||= unit.parts.some((part) => part.kind === 'text' || part.kind === 'atom');
    if (used + unit.width + unit.endWidth <= width + FIT_TOLERANCE || end === start) end = i + 1;
    if (unit.end === 'mandatory') return i + 1;
    // White space counts only once something follows it.
    used += unit.width + unit.spaceWidth;
  }
  return end;
}

/** The parts of the units from `start` up to `end`, in order. */
function partsOf(units: readonly InlineUnit[], start: number, end: number): readonly InlinePart[] {
  const first = units[start]?.parts ?? [];
  if (end === start + 1) return first;
  const parts = [...first];
  for (let i = start + 1; i < end; i++) parts.push(...(units[i]?.parts ?? []));
  return parts;
}

/** Cuts the units that no line can hold; most paragraphs have none. */
function splitWideUnits(units: readonly InlineUnit[], width: number, indent: number): readonly InlineUnit[] {
  const roomOf = (index: number) => (index === 0 ? width - indent : width);
  if (!units.some((unit, i) => isTooWide(unit, roomOf(i)))) return units;
  return units.flatMap((unit, i) => (isTooWide(unit, roomOf(i)) ? splitUnit(unit, roomOf(i)) : [unit]));
}

function isTooWide(unit: InlineUnit, width: number): boolean {
  return unit.width + unit.endWidth > width + FIT_TOLERANCE && unit.parts.some(mayBreakAnywhere);
}

/** Cuts a unit between its characters, where `overflow-wrap` lets it. */
function splitUnit(unit: InlineUnit, width: number): InlineUnit[] {
  const pieces: InlineUnit[] = [];
  let parts: InlinePart[] = [];
  let used = 0;
  const endPiece = (end: InlineUnit['end'], spaceWidth: number) => {
    pieces.push({ parts, width: used - spaceWidth, spaceWidth, endWidth: 0, end });
    parts = [];
    used = 0;
  };
  for (const part of unit.parts) {
    const chunks = part.kind === 'text' && mayBreakAnywhere(part) ? cutToFit(part, width, used) : [part];
    for (const [nth, chunk] of chunks.entries()) {
      const hangs = chunk.kind === 'text' && chunk.hangs;
      if (nth > 0 || (used > 0 && !hangs && used + chunk.width > width + FIT_TOLERANCE)) endPiece('allowed', 0);
      parts.push(chunk);
      used += chunk.width;
    }
  }
  endPiece(unit.end, Math.min(unit.spaceWidth, used));
  return pieces;
}

function mayBreakAnywhere(part: InlinePart): boolean {
  if (part.kind !== 'text' || part.item.whole || part.hangs) return false;
  const { overflowWrap, whiteSpace } = part.item.style;
  return overflowWrap !== 'normal' && whiteSpace !== 'nowrap' && whiteSpace !== 'pre';
}

/** Cuts text into chunks that fit a line, the first of which has `used` of its room taken. */
function cutToFit({ item, shaped, start, end }: TextPart, width: number, used: number): TextPart[] {
  const chunks: TextPart[] = [];
  const edgeAt = (index: number) => shaped.edges[index] ?? 0;
  let from = start;
  let room = width - used;
  let cluster = start;
  for (let index = start + 1; index <= end; index++) {
    if (index < end && !canBreakAnywhere(shaped.text, index)) continue;
    // `cluster` begins the character that ends at `index`, its marks with it.
    const needed = edgeAt(index) - edgeAt(from) + (index < end ? shaped.kernedAway(index) : 0);
    if (cluster > from && needed > room + FIT_TOLERANCE) {
      chunks.push(toTextPart(item, shaped, from, cluster, false));
      from = cluster;
      room = width;
    }
    cluster = index;
  }
  chunks.push(toTextPart(item, shaped, from, end, false));
  return chunks;
}
