import type { BoxBand, Fragment, Line } from '../fragment.ts';
import { asCut, type BoxCut, boxCuts, type Cut } from '../paginate/cut.ts';
import type { PageSlice } from '../paginate/paginate.ts';

/** Told of what one page shows of the flow, from top to bottom. */
export interface PageVisitor {
  /** A box begins here; `order` is its own. */
  readonly begins: (order: number) => void;
  /** A line of text stands here. */
  readonly shows: () => void;
}

/** Goes along the boxes that begin on a page, and the lines that it shows. Boxes out of the flow are passed over. */
export function visitPage({ flow, from, to }: PageSlice, visitor: PageVisitor): void {
  visitFragment(flow, from, to, visitor);
}

function visitFragment(fragment: Fragment, from: Cut | null, to: Cut | null, visitor: PageVisitor): void {
  if (from === null) visitor.begins(fragment.box.order);
  const last = to?.band ?? fragment.bands.length;
  for (let index = from?.band ?? 0; index <= last && index < fragment.bands.length; index++) {
    const ends = index === last ? (to?.inside ?? null) : null;
    if (index === last && ends === null) break;
    const band = fragment.bands[index];
    if (band?.kind === 'line') visitLine(band.line, visitor);
    else if (band) visitBoxes(band, index === from?.band ? from.inside : null, ends, visitor);
  }
}

function visitBoxes(
  band: BoxBand,
  from: readonly BoxCut[] | null,
  to: readonly BoxCut[] | null,
  visitor: PageVisitor,
): void {
  if (band.row !== null && from === null) visitor.begins(band.row.row.order);
  const starts = boxCuts(band, from);
  for (const [i, box] of band.boxes.entries()) {
    const start = starts[i] ?? 'start';
    const end = to === null ? 'end' : (to[i] ?? 'start');
    if (start !== 'end' && end !== 'start') visitFragment(box, asCut(start), asCut(end), visitor);
  }
}

function visitLine(line: Line, visitor: PageVisitor): void {
  for (const piece of line.pieces) {
    if (piece.kind === 'inline' && piece.opens) visitor.begins(piece.box.order);
    if (piece.kind === 'atom') visitFragment(piece.fragment, null, null, visitor);
  }
  visitor.shows();
}
