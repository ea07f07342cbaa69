import { h } from './dom.ts';
import { at, grow, type Overlay, rectangle } from './marks.ts';
import { differenceOf, type State } from './state.ts';

/** What differs from the approved pages, with the numbers that the panel tells it by. */
export function overlayDifferences(state: State, page: number, pixels: number, side: 'now' | 'approved'): Overlay {
  const differences = differenceOf(state)?.differences ?? [];
  const marks: SVGElement[] = [];
  const notes: HTMLElement[] = [];
  const isSlider = state.compareAs === 'slider';
  const taken: number[] = [];
  for (const [index, { before, after, shift, kind }] of differences.entries()) {
    const isCurrent = index === state.selected;
    for (const [spot, isOld] of [
      [before, true],
      [after, false],
    ] as const) {
      if (spot?.page !== page || (!isSlider && isOld !== (side === 'approved'))) continue;
      const dash = isOld ? '4 3' : null;
      const width = isCurrent ? 2 : 1.25;
      marks.push(
        rectangle(grow(spot.box, 3), {
          fill: '#855600',
          'fill-opacity': kind === 'text' ? 0.14 : 0,
          stroke: '#855600',
          'stroke-width': width,
          'stroke-dasharray': dash,
        }),
      );
      if (isSlider && isOld && after !== null) continue;
      let top = Math.max(0, spot.box.y * pixels - 4);
      while (taken.some((other) => Math.abs(other - top) < 22)) top += 22;
      taken.push(top);
      notes.push(at(h('span', { class: 'dot' }, String(index + 1)), 8, top, 'inside'));
      if (isCurrent && !isOld && shift !== null) {
        const note = h('div', { class: 'tip small' }, h('em', {}, describeShift(shift)));
        notes.push(at(note, (spot.box.x + spot.box.width - 36) * pixels, (spot.box.y - 6) * pixels, 'above'));
      }
    }
  }
  return { marks, notes };
}

function describeShift({ x, y }: { readonly x: number; readonly y: number }): string {
  const value = y === 0 ? x : y;
  return `${value > 0 ? '+' : '−'}${Math.abs(value)} pt`;
}
