import { canBreakAnywhere } from '../../text/index.ts';
import type { Pass } from '../pass.ts';
import type { InlinePart, InlineUnit, TextPart } from './unit.ts';

/** The parts of one line, in order. */
export interface RawLine {
  readonly parts: readonly InlinePart[];
  /** Whether the line ended for want of room, at a forced break, or with the paragraph. */
  readonly end: 'wrapped' | 'forced' | 'last';
}

/** Differences below this are rounding, not overflow; points. */
export const FIT_TOLERANCE = 0.01;

/** Fills lines with units, each as full as it goes (CSS Text 3 §5). `indent` narrows the first line. */
export function breakLines(pass: Pass, units: readonly InlineUnit[], width: number, indent: number): RawLine[] {
  const lines: RawLine[] = [];
  let parts: InlinePart[] = [];
  let used = indent;
  /** Of the white space after the last unit, which counts only once something follows it. */
  let hanging = 0;
  const endLine = (end: RawLine['end']) => {
    lines.push({ parts, end });
    parts = [];
    used = 0;
    hanging = 0;
  };
  for (const whole of units) {
    const room = width - (parts.some((part) => part.kind === 'text' || part.kind === 'atom') ? used + hanging : 0);
    const split =
      whole.width > width + FIT_TOLERANCE && whole.width > room ? splitAnywhere(pass, whole, width) : [whole];
    for (const unit of split) {
      if (parts.length > 0 && used + hanging + unit.width > width + FIT_TOLERANCE && hasContent(parts)) {
        endLine('wrapped');
      }
      parts.push(...unit.parts);
      used += hanging + unit.width;
      hanging = unit.spaceWidth;
    }
    if (whole.end === 'mandatory') endLine('forced');
  }
  if (parts.length > 0) endLine('last');
  return lines;
}

function hasContent(parts: readonly InlinePart[]): boolean {
  return parts.some((part) => part.kind === 'text' || part.kind === 'atom');
}

/**
 * Cuts a unit that no line can hold between its characters, where `overflow-wrap` lets it. Each character is measured
 * once, so a word of any length takes time in proportion to it.
 */
function splitAnywhere(pass: Pass, unit: InlineUnit, width: number): InlineUnit[] {
  if (!unit.parts.some(mayBreakAnywhere)) return [unit];
  const pieces: InlineUnit[] = [];
  let parts: InlinePart[] = [];
  let used = 0;
  const endPiece = (end: InlineUnit['end'], spaceWidth = 0) => {
    pieces.push({ parts, width: used - spaceWidth, spaceWidth, end });
    parts = [];
    used = 0;
  };
  for (const part of unit.parts) {
    const chunks = part.kind === 'text' && mayBreakAnywhere(part) ? cutToFit(pass, part, width, () => used) : [part];
    for (const [nth, chunk] of chunks.entries()) {
      if (nth > 0 || (used > 0 && used + chunk.width > width + FIT_TOLERANCE && !isSpace(chunk))) endPiece('allowed');
      parts.push(chunk);
      used += chunk.width;
    }
  }
  endPiece(unit.end, Math.min(unit.spaceWidth, used));
  return pieces;
}

function isSpace(part: InlinePart): boolean {
  return part.kind === 'text' && part.text.trim() === '';
}

function mayBreakAnywhere(part: InlinePart): boolean {
  if (part.kind !== 'text' || part.item.whole) return false;
  const { overflowWrap, whiteSpace } = part.item.style;
  return overflowWrap !== 'normal' && whiteSpace !== 'nowrap' && whiteSpace !== 'pre';
}

function cutToFit(pass: Pass, part: TextPart, width: number, used: () => number): TextPart[] {
  const chunks: TextPart[] = [];
  let text = '';
  let chunkWidth = 0;
  let before = used();
  const endChunk = () => {
    if (text !== '') chunks.push({ ...part, text, width: chunkWidth });
    text = '';
    chunkWidth = 0;
    before = 0;
  };
  for (const character of toClusters(part.text)) {
    const advance = pass.context.fontBook.measure(character, part.font);
    if (before + chunkWidth + advance > width + FIT_TOLERANCE) endChunk();
    text += character;
    chunkWidth += advance;
  }
  endChunk();
  return chunks;
}

/** Characters that may part: a base stays with its marks. */
function toClusters(text: string): string[] {
  const clusters: string[] = [];
  let start = 0;
  for (let index = 1; index <= text.length; index++) {
    if (index < text.length && !canBreakAnywhere(text, index)) continue;
    clusters.push(text.slice(start, index));
    start = index;
  }
  return clusters;
}
