import type { Band, Fragment } from '../fragment.ts';

/** Where a cell's own baseline stands, if it takes part in its row's (CSS 2.2 §17.5.3). */
export function cellAscent(fragment: Fragment): number | null {
  return isBaselineAligned(fragment) ? fragment.firstBaseline : null;
}

/** The cell at its place and as high as its row, its content moved to where `vertical-align` wants it. */
export function placeCell(fragment: Fragment, x: number, y: number, height: number, baseline: number): Fragment {
  const { contentShift, bands, pending, firstBaseline, lastBaseline } = fragment;
  const shift = shiftOf(fragment, height - fragment.height);
  const by = shift ?? baseline - (cellAscent(fragment) ?? baseline);
  return {
    box: fragment.box,
    x,
    y,
    width: fragment.width,
    height,
    bands: shift === null && by !== 0 ? bands.map((band) => moveBand(band, by)) : bands,
    bottomInset: fragment.bottomInset,
    contentShift: shift === null || shift === 0 ? contentShift : shift,
    overflow: fragment.overflow,
    continuation: fragment.continuation,
    positioned: fragment.positioned,
    pending: pending.length === 0 ? pending : pending.map((box) => ({ ...box, y: box.y + by })),
    margins: fragment.margins,
    firstBaseline: firstBaseline === null ? null : firstBaseline + by,
    lastBaseline: lastBaseline === null ? null : lastBaseline + by,
  };
}

/** How far the content of a cell goes down that stands in the middle or at the bottom; null for others. */
function shiftOf({ box }: Fragment, spare: number): number | null {
  const { verticalAlign } = box.style;
  if (verticalAlign === 'middle') return spare / 2;
  return verticalAlign === 'bottom' ? spare : null;
}

/** `sub`, `super` and lengths mean baseline in a cell. */
function isBaselineAligned(fragment: Fragment): boolean {
  const align = fragment.box.style.verticalAlign;
  return align !== 'top' && align !== 'middle' && align !== 'bottom';
}

function moveBand(band: Band, by: number): Band {
  const y = band.y + by;
  if (band.kind === 'line') return { kind: 'line', y, height: band.height, line: band.line };
  return { ...band, y, boxes: band.boxes.map((box) => ({ ...box, y: box.y + by })) };
}
