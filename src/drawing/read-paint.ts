import { type ElementNode, parseColor } from '../document/index.ts';
import type { DrawnShape, ShapePaint, ShapeStroke } from './drawing.ts';
import { readLength, readNumber, readNumbers, readShare, refuse } from './read-values.ts';

/** How shapes are painted where they stand: what they inherit from the groups around them (SVG 2 §13). */
export interface Paint {
  readonly fill: ShapePaint | null;
  readonly fillRule: DrawnShape['fillRule'];
  readonly strokePaint: ShapePaint | null;
  readonly stroke: Omit<ShapeStroke, 'color' | 'opacity'>;
  /** Of this shape and of all groups around it, multiplied. */
  readonly opacity: number;
}

export const INITIAL_PAINT: Paint = {
  fill: { color: { red: 0, green: 0, blue: 0, alpha: 1 }, opacity: 1 },
  fillRule: 'nonzero',
  strokePaint: null,
  stroke: { width: 1, cap: 'butt', join: 'miter', miterLimit: 4, dash: [], dashOffset: 0 },
  opacity: 1,
};

/** The paint inside an element whose surroundings have `outer`. */
export function readPaint(element: ElementNode, outer: Paint): Paint {
  const { attributes } = element;
  const word = <const W extends string>(name: string, otherwise: W) => (attributes[name] as W | undefined) ?? otherwise;
  return {
    fill: readColors(element, 'fill', outer.fill),
    fillRule: word('fill-rule', outer.fillRule),
    strokePaint: readColors(element, 'stroke', outer.strokePaint),
    stroke: {
      width: readLength(element, 'stroke-width', outer.stroke.width),
      cap: word('stroke-linecap', outer.stroke.cap),
      join: word('stroke-linejoin', outer.stroke.join),
      miterLimit: readMiterLimit(element, outer.stroke.miterLimit),
      dash: attributes['stroke-dasharray'] === undefined ? outer.stroke.dash : readDash(element),
      dashOffset: readNumber(element, 'stroke-dashoffset', outer.stroke.dashOffset),
    },
    opacity: outer.opacity * readShare(element, 'opacity'),
  };
}

function readColors(element: ElementNode, attribute: 'fill' | 'stroke', outer: ShapePaint | null): ShapePaint | null {
  const written = element.attributes[attribute]?.trim();
  const hasOpacity = element.attributes[`${attribute}-opacity`] !== undefined;
  const opacity = hasOpacity ? readShare(element, `${attribute}-opacity`) : (outer?.opacity ?? 1);
  if (written === undefined) return outer === null ? null : { ...outer, opacity };
  if (written === 'none') return null;
  const color = parseColor(written);
  if (color === null) throw refuse(element, attribute, 'a colour or none');
  return { color: color === 'currentcolor' ? null : color, opacity };
}

function readMiterLimit(element: ElementNode, outer: number): number {
  const limit = readNumber(element, 'stroke-miterlimit', outer);
  if (limit >= 1) return limit;
  throw refuse(element, 'stroke-miterlimit', 'a number from 1');
}

/** An odd number of lengths is read twice; lengths of nothing are no dashes (SVG 2 §13.5.6). */
function readDash(element: ElementNode): readonly number[] {
  if (element.attributes['stroke-dasharray']?.trim() === 'none') return [];
  const lengths = readNumbers(element, 'stroke-dasharray');
  if (lengths.some((length) => length < 0)) throw refuse(element, 'stroke-dasharray', 'lengths that are not negative');
  if (lengths.every((length) => length === 0)) return [];
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
}
