import type { ComputedStyle } from '../../document/index.ts';
import type { InlineBox } from '../boxes/box.ts';
import type { AtomPiece, InlinePiece, Line, PendingBox, Piece, TextPiece } from '../fragment.ts';
import type { Pass } from '../pass.ts';
import { place } from '../positioned/relative-offset.ts';
import { insetsOf } from '../sizing/edges.ts';
import { alignBaselines, contentArea, type LineHeights } from './align-baselines.ts';
import { FIT_TOLERANCE, type RawLine } from './break-lines.ts';
import { shapeLine } from './shape-line.ts';
import { type PlacedAtom, type PlacedText, type Span, walkLine } from './walk-line.ts';

/** The column that lines are set in: from `left` of the holding fragment, `width` wide. */
export interface Measure {
  readonly left: number;
  readonly width: number;
}

export interface PlacedLine {
  readonly height: number;
  readonly line: Line;
  /** From the line's own top left corner. */
  readonly pending: readonly PendingBox[];
  /** Elements that go on on the next line. */
  readonly open: readonly InlineBox[];
}

/** Gives everything on one line its place. `open` are the elements that began on earlier lines. */
export function placeLine(
  pass: Pass,
  paragraph: ComputedStyle,
  raw: RawLine,
  measure: Measure,
  indent: number,
  open: readonly InlineBox[],
): PlacedLine {
  const shaped = shapeLine(pass, paragraph, raw, measure.width - indent);
  const walk = walkLine(shaped.parts, open, measure.width);
  const heights = alignBaselines(pass, paragraph, walk.boxes, walk.atoms);
  const pieces: Piece[] = [];
  for (const span of walk.spans) pieces.push(toInlinePiece(pass, span, heights, measure.width));
  for (const text of walk.texts) pieces.push(toTextPiece(text, heights));
  for (const atom of walk.atoms) pieces.push(placeAtom(atom, heights, measure.width));
  const spare = measure.width - indent - shaped.width;
  const x = measure.left + indent + shiftFor(paragraph, spare);
  return {
    height: heights.height,
    line: {
      x,
      width: shaped.width,
      baseline: heights.baseline,
      pieces,
      overflow: spare < -OVERFLOW_TOLERANCE ? -spare : 0,
    },
    pending: walk.pending,
    open: walk.open,
  };
}

/** Kerning across the places where words were measured apart may add up to this, in points. */
const OVERFLOW_TOLERANCE = 0.25;

function toInlinePiece(pass: Pass, span: Span, heights: LineHeights, reference: number): InlinePiece {
  const insets = insetsOf(span.box.style, reference);
  const area = contentArea(pass, span.box.style);
  return {
    kind: 'inline',
    box: span.box,
    x: span.from,
    y: heights.baselineOf(span.box) - area.above - insets.top,
    width: span.to - span.from,
    height: area.above + area.below + insets.vertical,
    opens: span.opens,
    closes: span.closes,
  };
}

function toTextPiece({ item, run, x, width }: PlacedText, heights: LineHeights): TextPiece {
  return { kind: 'text', x, width, y: heights.baselineOf(item.parent), item, run };
}

function placeAtom(atom: PlacedAtom, heights: LineHeights, reference: number): AtomPiece {
  const { fragment, x, baseline } = atom;
  return { kind: 'atom', fragment: place(fragment, x, heights.baselineOfAtom(atom) - baseline, reference, null) };
}

/** How far `text-align` moves the line; a line that is too long stays at its start (CSS Text 3 §6.1). */
export function shiftFor({ textAlign }: ComputedStyle, spare: number): number {
  if (spare < -FIT_TOLERANCE) return 0;
  if (textAlign === 'right' || textAlign === 'end') return spare;
  return textAlign === 'center' ? spare / 2 : 0;
}
