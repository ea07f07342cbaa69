import { paperOf, type State } from './state.ts';

/** CSS pixels a point at 100 %: 96 to the inch. */
export const PIXELS_PER_POINT = 96 / 72;

const STEPS = [0.5, 0.67, 0.75, 0.9, 1, 1.15, 1.5, 2, 4] as const;

/** The room that pages have, in CSS pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

const MARGIN = 20;

/** The zoom as a number: 1 is the paper's real size. */
export function scaleOf(state: State, room: Room): number {
  const paper = paperOf(state, state.page);
  const [width, height] = [paper.width * PIXELS_PER_POINT, paper.height * PIXELS_PER_POINT];
  if (isSideBySide(state)) return Math.max(0.1, (room.width / 2 - 30) / width);
  if (state.zoom.mode === 'scale') return state.zoom.scale;
  const side = room.width > 700 ? 2 * MARGIN : MARGIN;
  const byWidth = (room.width - 2 * side) / width;
  if (state.zoom.mode === 'fit-width') return Math.max(0.1, byWidth);
  return Math.max(0.1, Math.min((room.width - 2 * MARGIN) / width, (room.height - 2 * MARGIN) / height));
}

export function isSideBySide({ view, compareAs, difference }: State): boolean {
  return view === 'compare' && compareAs === 'side' && difference?.differences !== null;
}

/** The next step up or down from a scale. */
export function nextStep(scale: number, direction: 1 | -1): number {
  const near = 0.005;
  if (direction > 0) return STEPS.find((step) => step > scale + near) ?? 4;
  return STEPS.findLast((step) => step < scale - near) ?? 0.5;
}
