import type { ComputedStyle } from '../../document/index.ts';
import type { GlyphRun } from '../../text/index.ts';
import type { TextItem } from '../boxes/box.ts';
import type { Pass } from '../pass.ts';
import type { RawLine } from './break-lines.ts';
import { type InlinePart, type TextPart, toTextPart } from './unit.ts';

export type ShapedPart = ShapedTextPart | Exclude<InlinePart, TextPart>;

interface ShapedTextPart {
  readonly kind: 'text';
  readonly item: TextItem;
  readonly run: GlyphRun;
  /** The room that it takes, which leaves out a space that only keeps words apart. */
  readonly width: number;
}

/** A line's parts with final glyphs; `width` leaves out the white space that hangs at the end. */
export interface ShapedLine {
  readonly parts: readonly ShapedPart[];
  readonly width: number;
}

/**
 * Shapes a line's text, neighbouring parts of one text together. The space at which a line was wrapped stays in the
 * text, though it takes no room, and one is put where a line is broken by force, so that words stay apart in what is
 * copied or read aloud (PDF 32000-1 §14.8.2.5).
 */
export function shapeLine(pass: Pass, paragraph: ComputedStyle, raw: RawLine, width: number): ShapedLine {
  const parts = mergeParts(raw.parts);
  const shaped = shapeParts(pass, parts, raw.end === 'wrapped', 0);
  if (raw.end === 'forced') return { ...shaped, parts: endInSpace(pass, shaped.parts) };
  if (paragraph.textAlign !== 'justify' || raw.end !== 'wrapped') return shaped;
  const gaps = countGaps(parts);
  const spare = width - shaped.width;
  return gaps === 0 || spare <= 0 ? shaped : shapeParts(pass, parts, true, spare / gaps);
}

export const SOFT_HYPHEN = 0xad;

function mergeParts(parts: readonly InlinePart[]): InlinePart[] {
  const merged: InlinePart[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (part === undefined) continue;
    if (part.kind !== 'text') {
      merged.push(part);
      continue;
    }
    let { end } = part;
    for (let next = parts[i + 1]; next?.kind === 'text' && goesOn(next, part.shaped, end); next = parts[i + 1]) {
      end = next.end;
      i += 1;
    }
    merged.push(end === part.end ? part : toTextPart(part.item, part.shaped, part.start, end, false));
  }
  return merged;
}

function goesOn(part: TextPart, shaped: TextPart['shaped'], at: number): boolean {
  return part.shaped === shaped && part.start === at;
}

/** `extra` is added to every space. A soft hyphen at which the line is wrapped becomes a hyphen. */
function shapeParts(pass: Pass, parts: readonly InlinePart[], isWrapped: boolean, extra: number): ShapedLine {
  const last = parts.findLast((part) => part.kind === 'text');
  const shaped = parts.map((part): ShapedPart => {
    if (part.kind !== 'text') return part;
    const run = shapePart(pass, part, isWrapped && part === last, extra);
    return { kind: 'text', item: part.item, run, width: run.width };
  });
  const total = shaped.reduce((sum, part) => sum + part.width, 0);
  return { parts: shaped, width: total - hangingWidth(shaped) };
}

function shapePart(pass: Pass, { shaped, start, end }: TextPart, endsLine: boolean, extra: number): GlyphRun {
  const showsHyphen = endsLine && shaped.text.charCodeAt(end - 1) === SOFT_HYPHEN;
  const isWhole = start === 0 && end === shaped.text.length;
  if (isWhole && extra === 0 && !showsHyphen) return shaped.run;
  const text = showsHyphen ? `${shaped.text.slice(start, end - 1)}-` : shaped.text.slice(start, end);
  const { font } = shaped;
  return pass.context.fontBook.shape(text, extra === 0 ? font : { ...font, wordSpacing: font.wordSpacing + extra });
}

function endInSpace(pass: Pass, parts: readonly ShapedPart[]): readonly ShapedPart[] {
  const at = parts.findLastIndex((part) => part.kind === 'text' || part.kind === 'atom');
  const last = parts[at];
  if (last?.kind !== 'text' || last.item.style.whiteSpace === 'pre' || /\s$/.test(last.run.text)) return parts;
  const run = pass.context.fontBook.shape(`${last.run.text} `, last.run.font);
  return parts.with(at, { ...last, run });
}

/** The width of the white space at the end of the last text, whatever elements close after it. */
function hangingWidth(parts: readonly ShapedPart[]): number {
  const last = parts.findLast((part) => part.kind !== 'close' && part.kind !== 'pending');
  if (last?.kind !== 'text' || last.item.style.whiteSpace === 'pre') return 0;
  const { run } = last;
  let width = 0;
  for (let i = run.glyphs.length - 1; i >= 0; i--) {
    const codePoints = run.codePoints[i] ?? [];
    if (codePoints.some((codePoint) => codePoint !== 0x20 && codePoint !== 0x09)) break;
    width += run.advances[i] ?? 0;
  }
  return width;
}

/** Places where justification may put room: spaces with something after them on the line. */
function countGaps(parts: readonly InlinePart[]): number {
  const texts = parts.map((part) => {
    if (part.kind === 'text') return part.shaped.text.slice(part.start, part.end);
    return part.kind === 'atom' ? '\uFFFC' : '';
  });
  return (
    texts
      .join('')
      .replace(/[ \t]+$/, '')
      .match(/[ \u00A0]/g)?.length ?? 0
  );
}
