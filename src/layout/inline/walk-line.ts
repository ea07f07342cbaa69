import type { GlyphRun } from '../../text/index.ts';
import type { InlineBox, TextItem } from '../boxes/box.ts';
import type { Fragment, PendingBox } from '../fragment.ts';
import { drawsItself } from '../has-ink.ts';
import { marginsOf } from '../sizing/edges.ts';
import type { Aligned } from './align-baselines.ts';
import type { ShapedPart } from './shape-line.ts';
import type { AtomPart } from './unit.ts';

/** What a pen meets on its way over a line; every x counts from where the line's content begins. */
export interface LineWalk {
  readonly texts: readonly PlacedText[];
  readonly spans: readonly Span[];
  readonly atoms: readonly PlacedAtom[];
  /** Every inline element with some part on the line. */
  readonly boxes: readonly InlineBox[];
  readonly pending: readonly PendingBox[];
  /** Elements that go on on the next line. */
  readonly open: readonly InlineBox[];
}

export interface PlacedText {
  readonly x: number;
  readonly width: number;
  readonly item: TextItem;
  readonly run: GlyphRun;
}

/** The stretch of an element that shows: `from` and `to` are the outer edges of its border box. */
export interface Span {
  readonly box: InlineBox;
  readonly from: number;
  readonly to: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface PlacedAtom extends Aligned {
  readonly x: number;
  readonly fragment: Fragment;
  /** Of the fragment, from the top of its border box. */
  readonly baseline: number;
}

/** An element that is open where the pen is. */
interface OpenSpan {
  readonly box: InlineBox;
  readonly from: number;
  readonly opens: boolean;
}

/** Moves a pen over a line. `open` are the elements that began on earlier lines. */
export function walkLine(parts: readonly ShapedPart[], open: readonly InlineBox[], reference: number): LineWalk {
  const texts: PlacedText[] = [];
  const spans: Span[] = [];
  const atoms: PlacedAtom[] = [];
  const pending: PendingBox[] = [];
  const boxes: InlineBox[] = [...open];
  const stack: OpenSpan[] = open.map((box) => ({ box, from: 0, opens: false }));
  let x = 0;
  for (const part of parts) {
    switch (part.kind) {
      case 'text':
        texts.push({ x, width: part.width, item: part.item, run: part.run });
        break;
      case 'open':
        stack.push({ box: part.box, from: x + marginsOf(part.box.style, reference).left, opens: true });
        boxes.push(part.box);
        break;
      case 'close':
        addSpan(spans, stack.pop(), x + part.width - marginsOf(part.box.style, reference).right, true);
        break;
      case 'atom':
        if (part.fragment) atoms.push(toAtom(part, part.fragment, x, reference));
        break;
      case 'pending':
        pending.push({ box: part.box, x, y: 0 });
        break;
      default:
        part satisfies never;
    }
    x += part.width;
  }
  for (const rest of stack) addSpan(spans, rest, x, false);
  return { texts, spans, atoms, boxes, pending, open: stack.map(({ box }) => box) };
}

function addSpan(spans: Span[], open: OpenSpan | undefined, to: number, closes: boolean): void {
  // Most elements only choose a font or carry a fact, and leave no trace of their own.
  if (open && (open.box.link || drawsItself(open.box.style))) spans.push({ to, closes, ...open });
}

/** An inline-block stands on its last line, an image on its bottom margin edge (CSS 2.2 §10.8.1). */
function toAtom({ box, parent }: AtomPart, fragment: Fragment, x: number, reference: number): PlacedAtom {
  const margins = marginsOf(box.style, reference);
  const { height, lastBaseline } = fragment;
  const baseline = lastBaseline === null || box.kind === 'image' ? height + margins.bottom : lastBaseline;
  const extent = { above: baseline + margins.top, below: height - baseline + margins.bottom };
  return { style: box.style, parent, extent, x: x + margins.left, fragment, baseline };
}
