import type { ComputedStyle } from '../../document/index.ts';
import type { InlineBox } from '../boxes/box.ts';
import {
  type AtomPiece,
  type InlinePiece,
  type Line,
  moveTo,
  type PendingBox,
  type Piece,
  type TextPiece,
} from '../fragment.ts';
import type { Pass } from '../pass.ts';
import { insetsOf, marginsOf } from '../sizing/edges.ts';
import { type Aligned, alignBaselines, contentArea, type LineHeights } from './align-baselines.ts';
import { FIT_TOLERANCE, type RawLine } from './break-lines.ts';
import { type ShapedPart, shapeLine } from './shape-line.ts';

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
  const heights = alignBaselines(pass, paragraph, walk.boxes, [...walk.atoms.values()]);
  const pieces: Piece[] = [
    ...walk.spans.map((span) => toInlinePiece(pass, span, heights, measure.width)),
    ...walk.texts.map((text) => ({ ...text, y: heights.baselineOf(text.item.parent) })),
    ...[...walk.atoms].map(([piece, atom]) => placeAtom(piece, atom, heights)),
  ];
  const spare = measure.width - indent - shaped.width;
  const x = measure.left + indent + shiftFor(paragraph, raw, spare);
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

/** An element's stretch of the line; `from` and `to` are the outer edges of its border box. */
interface Span {
  readonly box: InlineBox;
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

interface LineWalk {
  readonly texts: readonly TextPiece[];
  readonly spans: readonly Span[];
  readonly atoms: ReadonlyMap<AtomPiece, Aligned>;
  readonly boxes: readonly InlineBox[];
  readonly pending: readonly PendingBox[];
  readonly open: readonly InlineBox[];
}

/** Moves a pen over the line. */
function walkLine(parts: readonly ShapedPart[], open: readonly InlineBox[], reference: number): LineWalk {
  const texts: TextPiece[] = [];
  const spans: Span[] = [];
  const atoms = new Map<AtomPiece, Aligned>();
  const pending: PendingBox[] = [];
  const boxes: InlineBox[] = [...open];
  const stack: { box: InlineBox; from: number; opens: boolean }[] = open.map((box) => ({ box, from: 0, opens: false }));
  let x = 0;
  for (const part of parts) {
    switch (part.kind) {
      case 'text':
        texts.push({ kind: 'text', x, y: 0, item: part.item, run: part.run });
        break;
      case 'open':
        stack.push({ box: part.box, from: x + marginsOf(part.box.style, reference).left, opens: true });
        boxes.push(part.box);
        break;
      case 'close': {
        const top = stack.pop();
        const to = x + part.width - marginsOf(part.box.style, reference).right;
        if (top) spans.push({ ...top, to, closes: true });
        break;
      }
      case 'atom': {
        if (part.fragment === null) break;
        const margins = marginsOf(part.box.style, reference);
        const { height, lastBaseline } = part.fragment;
        const baseline = lastBaseline === null || part.box.kind === 'image' ? height + margins.bottom : lastBaseline;
        const extent = { above: baseline + margins.top, below: height - baseline + margins.bottom };
        atoms.set(
          { kind: 'atom', fragment: moveTo(part.fragment, x + margins.left, -baseline) },
          { style: part.box.style, parent: part.parent, extent },
        );
        break;
      }
      case 'pending':
        pending.push({ box: part.box, x, y: 0 });
        break;
      default:
        part satisfies never;
    }
    x += part.width;
  }
  for (const rest of stack) spans.push({ ...rest, to: x, closes: false });
  return { texts, spans, atoms, boxes, pending, open: stack.map(({ box }) => box) };
}

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

function placeAtom(piece: AtomPiece, atom: Aligned, heights: LineHeights): AtomPiece {
  const { fragment } = piece;
  return { kind: 'atom', fragment: moveTo(fragment, fragment.x, fragment.y + heights.baselineOfAtom(atom)) };
}

/** How far `text-align` moves the line; a line that is too long stays at its start (CSS Text 3 §6.1). */
function shiftFor(paragraph: ComputedStyle, raw: RawLine, spare: number): number {
  if (spare <= 0) return Math.abs(spare) <= FIT_TOLERANCE ? alignShare(paragraph, raw) * spare : 0;
  return alignShare(paragraph, raw) * spare;
}

function alignShare(paragraph: ComputedStyle, raw: RawLine): number {
  switch (paragraph.textAlign) {
    case 'right':
    case 'end':
      return 1;
    case 'center':
      return 0.5;
    case 'justify':
      // A justified line has no room left but for rounding; the others start at the left.
      return raw.end === 'wrapped' ? 0 : 0;
    default:
      return 0;
  }
}
