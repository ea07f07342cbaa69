import { type AttributeRule, anyText, oneOf } from './attribute-rules.ts';

/** Shapes that stand inside `<svg>`. Their geometry is read when they are laid out; here only names are checked. */
export const SVG_SHAPES = ['g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'] as const;

/** Attributes that any shape, and the `svg` element itself, takes to say how it is drawn. */
export const SVG_PAINT_ATTRIBUTES: Readonly<Record<string, AttributeRule>> = {
  fill: anyText,
  'fill-rule': oneOf('nonzero', 'evenodd'),
  'fill-opacity': anyText,
  stroke: anyText,
  'stroke-width': anyText,
  'stroke-linecap': oneOf('butt', 'round', 'square'),
  'stroke-linejoin': oneOf('miter', 'round', 'bevel'),
  'stroke-miterlimit': anyText,
  'stroke-dasharray': anyText,
  'stroke-dashoffset': anyText,
  'stroke-opacity': anyText,
  opacity: anyText,
  transform: anyText,
};

/** Each shape's own attributes. */
export const SVG_GEOMETRY_ATTRIBUTES: Readonly<
  Record<(typeof SVG_SHAPES)[number], Readonly<Record<string, AttributeRule>>>
> = {
  g: {},
  path: { d: anyText },
  rect: { x: anyText, y: anyText, width: anyText, height: anyText, rx: anyText, ry: anyText },
  circle: { cx: anyText, cy: anyText, r: anyText },
  ellipse: { cx: anyText, cy: anyText, rx: anyText, ry: anyText },
  line: { x1: anyText, y1: anyText, x2: anyText, y2: anyText },
  polyline: { points: anyText },
  polygon: { points: anyText },
};
