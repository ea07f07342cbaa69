import { roundPoints } from '../../base/index.ts';
import { layoutFaults } from '../faults.ts';
import type { AtomPiece, InlinePiece, Line, TextPiece } from '../fragment.ts';
import { checkCorners } from './check-edges.ts';
import { drawDecoration, roundBox, toLine } from './draw-decoration.ts';
import { type DrawMode, markHere, type PageSink } from './page-sink.ts';

/** Draws one line of text at its top left corner. Text that is wider than its box is a fault, never cut or shrunk. */
export function drawLine(
  sink: PageSink,
  line: Line,
  x: number,
  y: number,
  mode: DrawMode,
  drawAtom: (piece: AtomPiece, x: number, y: number) => void,
): void {
  if (line.overflow > 0) throw overflowFault(line);
  for (const piece of line.pieces) {
    switch (piece.kind) {
      case 'text':
        drawText(sink, piece, x, y, mode);
        break;
      case 'inline':
        drawInlineBox(sink, piece, x, y, mode);
        break;
      case 'atom':
        drawAtom(piece, x, y);
        break;
      default:
        piece satisfies never;
    }
  }
}

function drawText(sink: PageSink, piece: TextPiece, x: number, y: number, mode: DrawMode): void {
  const { item, run } = piece;
  if (item.style.visibility === 'hidden') return;
  const left = roundPoints(x + piece.x);
  const baseline = roundPoints(y + piece.y);
  checkOnPage(sink, piece, left, baseline);
  sink.draw(item.order, {
    kind: 'text',
    x: left,
    y: baseline,
    run,
    color: item.style.color,
    mark: markHere(item.mark, mode),
  });
  drawTextDecoration(sink, piece, left, baseline);
}

/** Text may reach this far over the page's edge, as the side bearings of letters do; points. */
const EDGE_TOLERANCE = 1;

function checkOnPage(sink: PageSink, { item, run }: TextPiece, left: number, baseline: number): void {
  const right = left + (run.text.trimEnd() === run.text ? run.width : 0);
  if (left >= -EDGE_TOLERANCE && right <= sink.width + EDGE_TOLERANCE && baseline >= 0 && baseline <= sink.height)
    return;
  throw layoutFaults.TEXT_OVERFLOW({
    message: `Unexpected place of ${nameText(item, run.text)} outside the page at ${left.toFixed(1)}, ${baseline.toFixed(1)} pt`,
    place: item.place,
  });
}

function overflowFault(line: Line) {
  const texts = line.pieces.filter((piece) => piece.kind === 'text');
  const named = texts.find((piece) => piece.item.mark.fact !== null) ?? texts[0];
  const room = line.width - line.overflow;
  const sizes = `${line.width.toFixed(1)} pt wide, expected at most ${Math.max(0, room).toFixed(1)} pt, its box's width`;
  if (named === undefined) return layoutFaults.TEXT_OVERFLOW({ message: `Unexpected line ${sizes}` });
  const whole = texts.map((piece) => piece.run.text).join('');
  return layoutFaults.TEXT_OVERFLOW({
    message: `Unexpected width of ${nameText(named.item, whole)}: ${sizes}`,
    place: named.item.place,
  });
}

function nameText(item: TextPiece['item'], text: string): string {
  return item.mark.fact === null ? `"${text.trim()}"` : `fact ${item.mark.fact}, "${text.trim()}",`;
}

function drawInlineBox(sink: PageSink, piece: InlinePiece, x: number, y: number, mode: DrawMode): void {
  const box = { x: x + piece.x, y: y + piece.y, width: piece.width, height: piece.height };
  const edges = { top: true, right: piece.closes, bottom: true, left: piece.opens };
  checkCorners(piece.box);
  drawDecoration(sink, piece.box.order, piece.box.style, box, edges);
  const { link } = piece.box;
  if (link && piece.width > 0 && mode.repeats === null) {
    sink.draw(piece.box.order, {
      kind: 'link',
      box: roundBox(box),
      url: link.url,
      contents: link.contents,
      mark: link.mark,
    });
  }
}

/** Browsers draw a decoration a tenth of the size thick, its own thickness below the baseline. */
const UNDERLINE_THICKNESS = 1 / 16;
const UNDERLINE_OFFSET = 1 / 9;
const STRIKE_HEIGHT = 1 / 3;

function drawTextDecoration(sink: PageSink, { item, width }: TextPiece, left: number, baseline: number): void {
  const { decoration } = item;
  if (decoration === null) return;
  const size = decoration.fontSize;
  const below = decoration.textDecoration === 'underline' ? size * UNDERLINE_OFFSET : -size * STRIKE_HEIGHT;
  const stroke = { width: size * UNDERLINE_THICKNESS, color: decoration.color };
  const y = baseline + below;
  sink.draw(item.order, toLine(stroke, 'solid', left, y, left + width, y));
}
