/** A rectangle in points; x grows to the right and y downwards from the page's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lengths for each side of a box, in points. */
export interface Sides {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A stretch of a path; curves are cubic. */
export type PathSegment =
  | { readonly kind: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'close' };

export const POINTS_PER_INCH = 72;
export const POINTS_PER_MM = POINTS_PER_INCH / 25.4;
export const POINTS_PER_CSS_PIXEL = POINTS_PER_INCH / 96;

/** Rounds to a thousandth of a point, the finest step that reaches a page; keeps output free of float noise and −0. */
export function roundPoints(points: number): number {
  return Math.round(points * 1000) / 1000 + 0;
}
