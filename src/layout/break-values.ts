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
  return {
    kind: 'boxes',
    y,
    height,
    boxes,
    breakBefore: strongest(
      boxes.map((box) => strongest([box.box.style.breakBefore, innerBreak(box.bands[0], 'breakBefore')])),
    ),
    breakAfter: strongest(
      boxes.map((box) => strongest([box.box.style.breakAfter, innerBreak(box.bands.at(-1), 'breakAfter')])),
    ),
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
export function strongest(values: readonly BreakValue[]): BreakValue {
  if (values.includes('page')) return 'page';
  return values.includes('avoid') ? 'avoid' : 'auto';
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
