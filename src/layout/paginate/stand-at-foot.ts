import type { FootBox } from '../boxes/box.ts';
import { layoutFaults } from '../faults.ts';
import { type BoxBand, type Fragment, moveTo } from '../fragment.ts';
import { asCut, type Cut, pieceHeight } from './cut.ts';
import type { PageSlice } from './paginate.ts';

/**
 * Moves the block that wants to stand at the foot (`-fp-stand: foot`) down to the end of the last page, which is `room`
 * high. The room goes between it and what stands above it, so nothing else moves; a block that begins on an earlier page
 * stays where it is.
 *
 * @throws Fault LAYOUT_UNSUPPORTED for a block that something follows in the flow
 */
export function standAtFoot(
  slices: readonly PageSlice[],
  room: number,
  feet: readonly FootBox[],
): readonly PageSlice[] {
  const last = slices.at(-1);
  if (feet.length === 0 || last === undefined) return slices;
  const end = endOf(last.flow);
  for (const foot of feet) if (foot.order !== end?.box.order) throw notLast(foot);
  const spare = room - pieceHeight(last.flow, last.from);
  const moved = spare > 0 ? lower(last.flow, last.from, spare) : null;
  return moved === null ? slices : [...slices.slice(0, -1), { ...last, ...moved }];
}

function notLast({ tag, place }: FootBox) {
  return layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected -fp-stand: foot on <${tag}>, which is not the last block in the flow`,
    place,
    hint: 'Put it at the end of the body, in no table, flex or grid, or give what follows position: running or absolute.',
  });
}

/** The box that wants to stand at the foot and ends the flow, through however many blocks. */
function endOf(fragment: Fragment): Fragment | null {
  const box = lastBoxOf(fragment)?.boxes[0];
  if (box === undefined) return null;
  return box.box.style.stand === 'foot' ? box : endOf(box);
}

/** The last band, where it is one block in a column. */
function lastBoxOf(fragment: Fragment): BoxBand | null {
  const band = fragment.bands.at(-1);
  return band?.kind === 'boxes' && band.row === null && fragment.box.kind === 'flow' ? band : null;
}

/** What a page shows of a fragment, the block at its end `by` further down; null where that begins on an earlier page. */
function lower(fragment: Fragment, from: Cut | null, by: number): Pick<PageSlice, 'flow' | 'from'> | null {
  const index = fragment.bands.length - 1;
  const band = lastBoxOf(fragment);
  const box = band?.boxes[0];
  if (!band || !box) return null;
  const beginsHere = from?.band === index;
  if (box.box.style.stand === 'foot') {
    if (!beginsHere) return { flow: replaceLast(fragment, moveDown(band, box, by), by), from };
    // The page begins with it, so that it stands where the cut says.
    return from.inside === null ? { flow: fragment, from: { ...from, lead: from.lead + by } } : null;
  }
  const cut = beginsHere ? from.inside?.[0] : undefined;
  const inner = cut === 'end' ? null : lower(box, cut === undefined ? null : asCut(cut), by);
  if (inner === null) return null;
  const grown = { ...band, height: band.height + by, boxes: [inner.flow] };
  if (inner.flow === box)
    return { flow: fragment, from: beginsHere && inner.from ? { ...from, inside: [inner.from] } : from };
  return { flow: replaceLast(fragment, grown, by), from };
}

function moveDown(band: BoxBand, box: Fragment, by: number): BoxBand {
  return { ...band, y: band.y + by, boxes: [moveTo(box, box.x, box.y + by)] };
}

function replaceLast(fragment: Fragment, band: BoxBand, by: number): Fragment {
  return { ...fragment, height: fragment.height + by, bands: [...fragment.bands.slice(0, -1), band] };
}
