import { POINTS_PER_CSS_PIXEL } from '../../base/index.ts';
import type { BorderSide } from '../../document/index.ts';

/*
 * What browsers round to whole CSS pixels before they lay out, and nobody wants on paper. Text of a page looked at in a
 * browser should stand where it stands here, so the room that things take is rounded as Chromium rounds it; ink is not.
 */

/** The room that a border takes: whole pixels, and at least one (CSS Values 4, "snap a length as a border width"). */
export function borderRoom(side: BorderSide): number {
  // Halves of collapsed borders have no style of their own and were rounded before they were halved.
  if (side.style === 'none' || side.width === 0) return side.width;
  const pixels = side.width / POINTS_PER_CSS_PIXEL;
  return Math.max(1, Math.floor(pixels + ALMOST)) * POINTS_PER_CSS_PIXEL;
}

/** Points from pixels and back may lose the last bits. */
const ALMOST = 1e-6;

/** A face's ascent or descent at a size, which count in whole pixels. */
export function roundMetric(points: number): number {
  return Math.round(points / POINTS_PER_CSS_PIXEL) * POINTS_PER_CSS_PIXEL;
}

/** Lengths count in 64ths of a pixel; what is less is cut off. */
export function truncateLength(points: number): number {
  return (Math.trunc((points / POINTS_PER_CSS_PIXEL) * 64 + Math.sign(points) * ALMOST) / 64) * POINTS_PER_CSS_PIXEL;
}

/** A line's height, which counts in 64ths of a pixel; over a page of lines the rest would add up to half a point. */
export function roundLineHeight(points: number): number {
  return (Math.round((points / POINTS_PER_CSS_PIXEL) * 64) / 64) * POINTS_PER_CSS_PIXEL;
}

/** The half of a line's leading that goes above its text; the odd part of a pixel goes below. */
export function halfLeading(leading: number): number {
  return Math.floor(leading / POINTS_PER_CSS_PIXEL / 2 + ALMOST) * POINTS_PER_CSS_PIXEL;
}

/** The room between cells with borders apart: whole pixels. */
export function cellSpacing(points: number): number {
  return Math.floor(points / POINTS_PER_CSS_PIXEL + ALMOST) * POINTS_PER_CSS_PIXEL;
}
