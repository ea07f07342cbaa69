import type { Band, Fragment } from '../fragment.ts';

/** Where a cell's own baseline stands, if it takes part in its row's (CSS 2.2 §17.5.3). */
export function cellAscent(fragment: Fragment): number | null {
  return isBaselineAligned(fragment) ? fragment.firstBaseline : null;
}

/** The cell as high as its row, its content moved to where `vertical-align` wants it. */
export function alignCell(fragment: Fragment, height: number, baseline: number): Fragment {
  const spare = height - fragment.height;
  const ascent = cellAscent(fragment);
  switch (fragment.box.style.verticalAlign) {
    case 'middle':
      return shiftContent(withHeight(fragment, height), spare / 2);
    case 'bottom':
      return shiftContent(withHeight(fragment, height), spare);
    default:
      return moveBands(withHeight(fragment, height), ascent === null ? 0 : baseline - ascent);
  }
}

function withHeight(fragment: Fragment, height: number): Fragment {
  return fragment.height === height ? fragment : { ...fragment, height };
}

/** `sub`, `super` and lengths mean baseline in a cell. */
function isBaselineAligned(fragment: Fragment): boolean {
  const align = fragment.box.style.verticalAlign;
  return align !== 'top' && align !== 'middle' && align !== 'bottom';
}

function shiftContent(fragment: Fragment, by: number): Fragment {
  return by === 0 ? fragment : { ...moveRest(fragment, by), contentShift: by };
}

function moveBands(fragment: Fragment, by: number): Fragment {
  if (by === 0) return fragment;
  return { ...moveRest(fragment, by), bands: fragment.bands.map((band) => moveBand(band, by)) };
}

function moveRest(fragment: Fragment, by: number): Fragment {
  return {
    ...fragment,
    pending: fragment.pending.map((pending) => ({ ...pending, y: pending.y + by })),
    firstBaseline: fragment.firstBaseline === null ? null : fragment.firstBaseline + by,
    lastBaseline: fragment.lastBaseline === null ? null : fragment.lastBaseline + by,
  };
}

function moveBand(band: Band, by: number): Band {
  const y = band.y + by;
  if (band.kind === 'line') return { ...band, y };
  return { ...band, y, boxes: band.boxes.map((box) => ({ ...box, y: box.y + by })) };
}
