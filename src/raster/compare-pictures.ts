import pixelmatch from 'pixelmatch';
import type { Picture } from './picture.ts';

/**
 * How far the colour of one pixel may be off before it counts, from 0 to 1 in the YIQ space. Edges that differ only by
 * anti-aliasing never count.
 */
const PIXEL_THRESHOLD = 0.1;

export interface Comparison {
  /** How many pixels differ; every one where the sizes do. */
  readonly pixels: number;
  /** The first picture pale, with what differs in red. */
  readonly difference: Picture;
}

/** Compares two pictures of one page. Pictures of different sizes differ in every pixel. */
export function comparePictures(before: Picture, after: Picture): Comparison {
  const { width, height } = before;
  if (width !== after.width || height !== after.height) {
    return { pixels: Math.max(width * height, after.width * after.height), difference: after };
  }
  const rgba = new Uint8Array(width * height * 4);
  const pixels = pixelmatch(before.rgba, after.rgba, rgba, width, height, { threshold: PIXEL_THRESHOLD });
  return { pixels, difference: { width, height, rgba } };
}
