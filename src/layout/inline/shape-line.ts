import type { ComputedStyle } from '../../document/index.ts';
import type { FontSpec, GlyphRun } from '../../text/index.ts';
import type { TextItem } from '../boxes/box.ts';
import type { Pass } from '../pass.ts';
import type { RawLine } from './break-lines.ts';
import type { InlinePart, TextPart } from './unit.ts';

export type ShapedPart =
  | { readonly kind: 'text'; readonly item: TextItem; readonly run: GlyphRun; readonly width: number }
  | Exclude<InlinePart, TextPart>;

/** A line's parts with final glyphs; `width` leaves out the white space that hangs at the end. */
export interface ShapedLine {
  readonly parts: readonly ShapedPart[];
  readonly width: number;
}

/** A stretch of the line that is shaped at once: neighbouring parts of one text. */
interface Stretch {
  readonly kind: 'text';
  readonly item: TextItem;
  readonly font: FontSpec;
  readonly text: string;
}

/**
 * Shapes a line's text, each stretch of one style at once. The space at which a line was wrapped stays in the text,
 * though it takes no room, so that copied text keeps its words apart.
 */
export function shapeLine(pass: Pass, paragraph: ComputedStyle, raw: RawLine, width: number): ShapedLine {
  const stretches = mergeParts(raw.parts);
  const shaped = shapeStretches(pass, stretches, 0);
  if (paragraph.textAlign !== 'justify' || raw.end !== 'wrapped') return shaped;
  const gaps = countGaps(stretches);
  const spare = width - shaped.width;
  return gaps === 0 || spare <= 0 ? shaped : shapeStretches(pass, stretches, spare / gaps);
}

function mergeParts(parts: readonly InlinePart[]): (Stretch | Exclude<InlinePart, TextPart>)[] {
  const merged: (Stretch | Exclude<InlinePart, TextPart>)[] = [];
  for (const part of parts) {
    if (part.kind !== 'text') {
      merged.push(part);
      continue;
    }
    const last = merged.at(-1);
    if (last?.kind === 'text' && last.item === part.item && last.font === part.font) {
      merged[merged.length - 1] = { ...last, text: last.text + part.text };
    } else merged.push({ kind: 'text', item: part.item, font: part.font, text: part.text });
  }
  return merged;
}

function shapeStretches(
  pass: Pass,
  stretches: readonly (Stretch | Exclude<InlinePart, TextPart>)[],
  extra: number,
): ShapedLine {
  const parts = stretches.map((part): ShapedPart => {
    if (part.kind !== 'text') return part;
    const font = extra === 0 ? part.font : { ...part.font, wordSpacing: part.font.wordSpacing + extra };
    const run = pass.context.fontBook.shape(part.text, font);
    return { kind: 'text', item: part.item, run, width: run.width };
  });
  const total = parts.reduce((sum, part) => sum + part.width, 0);
  return { parts, width: total - hangingWidth(parts) };
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
function countGaps(stretches: readonly (Stretch | Exclude<InlinePart, TextPart>)[]): number {
  const text = stretches
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'atom' ? '\uFFFC' : ''))
    .join('');
  return text.replace(/[ \t]+$/, '').match(/[ \u00A0]/g)?.length ?? 0;
}
