import type { ComputedStyle } from '../document/index.ts';
import type { Band, BoxBand, BreakValue, Fragment, RowBand } from './fragment.ts';

/** A band of boxes side by side, with what they say about page breaks. */
export function toBand(
  boxes: readonly Fragment[],
  y: number,
  height: number,
  breakInside: BoxBand['breakInside'],
  row: RowBand | null = null,
): BoxBand {
  let breakBefore: BreakValue = 'auto';
  let breakAfter: BreakValue = 'auto';
  for (const { box, bands } of boxes) {
    breakBefore = stronger(breakBefore, stronger(innerBreak(bands[0], 'breakBefore'), box.style.breakBefore));
    breakAfter = stronger(breakAfter, stronger(innerBreak(bands.at(-1), 'breakAfter'), box.style.breakAfter));
  }
  return {
    kind: 'boxes',
    y,
    height,
    boxes,
    breakBefore,
    breakAfter,
    breakInside,
    hasForcedBreak: forcesInside(boxes),
    row,
  };
}

/** Whether a style wants its box on one page. */
export function breakInsideOf(style: ComputedStyle): BoxBand['breakInside'] {
  return style.breakInside;
}

/** A forced break wins over one that is to be avoided (CSS Break 3 §4.1). */
export function stronger(a: BreakValue, b: BreakValue): BreakValue {
  if (a === 'page' || b === 'page') return 'page';
  return a === 'avoid' ? a : b;
}

/** What the first or last child says holds for its parent too (CSS Break 3 §3.1). */
function innerBreak(band: Band | undefined, edge: 'breakBefore' | 'breakAfter'): BreakValue {
  return band?.kind === 'boxes' ? band[edge] : 'auto';
}

/** Whether a page must end between two bands of some box, at whatever depth. */
export function forcesInside(boxes: readonly Fragment[]): boolean {
  return boxes.some(({ bands }) =>
    bands.some((band, i) => {
      if (band.kind === 'line') return false;
      const isForced = (i > 0 && band.breakBefore === 'page') || (i < bands.length - 1 && band.breakAfter === 'page');
      return isForced || band.hasForcedBreak;
    }),
  );
}
