import type { Box, PathSegment } from '../base/index.ts';
import type { Color } from '../document/index.ts';

/** A drawing as paths in its own units. */
export interface Drawing {
  /** The part of the plane that is shown. */
  readonly viewBox: Box;
  /** Its own size in points; null where it has none and takes what it is given. */
  readonly width: number | null;
  readonly height: number | null;
  readonly alignment: DrawingAlignment;
  /** From back to front. */
  readonly shapes: readonly DrawnShape[];
}

/** Where the drawing stands in a room of another ratio, 0 to 1 from left and top; null where it is stretched to fit. */
export type DrawingAlignment = { readonly x: 0 | 0.5 | 1; readonly y: 0 | 0.5 | 1 } | null;

export interface DrawnShape {
  readonly segments: readonly PathSegment[];
  readonly fill: ShapePaint | null;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly stroke: ShapeStroke | null;
}

/** A colour, or the text's own where that is null; `opacity` from 0 to 1 is on top of the colour's. */
export interface ShapePaint {
  readonly color: Color | null;
  readonly opacity: number;
}

export interface ShapeStroke extends ShapePaint {
  readonly width: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
}
