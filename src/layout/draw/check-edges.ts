import type { ComputedStyle } from '../../document/index.ts';
import type { BoxSource } from '../boxes/box.ts';
import { layoutFaults } from '../faults.ts';
import type { Fragment } from '../fragment.ts';
import { insetsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { isUniform } from './draw-decoration.ts';

/** Rounded corners join borders that are alike; between others browsers draw what is not drawn here. */
export function checkCorners({ style, tag, place }: BoxSource): void {
  if (!isRounded(style) || isUniform(style)) return;
  throw layoutFaults.LAYOUT_UNSUPPORTED({
    message: `Unexpected border-radius on <${tag}>, whose borders differ from side to side, expected four alike or none`,
    place,
    hint: 'Draw the line at one side as an element or ::before of its own.',
  });
}

/** `overflow: hidden` keeps margins inside and cuts nothing off: what would have to be cut is a fault. */
export function checkCut({ box, width, height, bands }: Fragment): void {
  const { style, place, tag } = box;
  if (style.overflow !== 'hidden') return;
  const boxes = bands.flatMap((band) => (band.kind === 'line' ? [] : band.boxes));
  const outside = boxes.find((inner) => inner.x < -TOLERANCE || inner.x + inner.width > width + TOLERANCE);
  if (outside) throw notCut(`Unexpected <${outside.box.tag}> beyond the side of <${tag}>`, outside.box.place);
  if (boxes.length === 0 || !isRounded(style)) return;
  // Inside a padding of this share of the radius nothing reaches the corner's curve.
  const radius = Math.max(...style.borderRadius.map((length) => resolve(length, Math.min(width, height))));
  const { top, right, bottom, left } = insetsOf(style, width);
  if (Math.min(top, right, bottom, left) >= radius * (1 - Math.SQRT1_2) - TOLERANCE) return;
  throw notCut(`Unexpected border-radius on <${tag}>, whose content reaches into the corners`, place);
}

function notCut(what: string, place: BoxSource['place']) {
  return layoutFaults.LAYOUT_UNSUPPORTED({
    message: `${what} with overflow: hidden, expected room for it: nothing is cut off`,
    place,
    hint: 'Give the outer box padding, and what stands in its corners a border-radius of its own.',
  });
}

function isRounded({ borderRadius }: ComputedStyle): boolean {
  return borderRadius.some(({ points, percent }) => points > 0 || percent > 0);
}

/** Browsers lay out in 64ths of a pixel; points. */
const TOLERANCE = 0.25;
