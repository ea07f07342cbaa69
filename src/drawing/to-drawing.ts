import { type Box, POINTS_PER_CSS_PIXEL } from '../base/index.ts';
import type { ElementNode } from '../document/index.ts';
import type { Drawing, DrawingAlignment, DrawnShape } from './drawing.ts';
import { type Matrix, multiply, scaleOf, transformSegments } from './matrix.ts';
import { INITIAL_PAINT, type Paint, readPaint } from './read-paint.ts';
import { readShape } from './read-shape.ts';
import { readTransform } from './read-transform.ts';
import { readLength, readNumbers, refuse } from './read-values.ts';

/**
 * Reads an `<svg>` element.
 *
 * @throws Fault DRAWING_VALUE
 */
export function toDrawing(svg: ElementNode): Drawing {
  const width = readSide(svg, 'width');
  const height = readSide(svg, 'height');
  const shapes: DrawnShape[] = [];
  addShapes(svg, readTransform(svg), readPaint(svg, INITIAL_PAINT), shapes);
  return {
    viewBox: readViewBox(svg),
    width: width === null ? null : width * POINTS_PER_CSS_PIXEL,
    height: height === null ? null : height * POINTS_PER_CSS_PIXEL,
    alignment: readAlignment(svg),
    shapes,
  };
}

function readSide(svg: ElementNode, side: 'width' | 'height'): number | null {
  return svg.attributes[side] === undefined ? null : readLength(svg, side, 0);
}

function readViewBox(svg: ElementNode): Box {
  const [x = 0, y = 0, boxWidth = 0, boxHeight = 0, ...more] = readNumbers(svg, 'viewBox');
  if (more.length === 0 && boxWidth > 0 && boxHeight > 0) return { x, y, width: boxWidth, height: boxHeight };
  throw refuse(svg, 'viewBox', 'four numbers, the last two greater than 0');
}

const SHARES = { Min: 0, Mid: 0.5, Max: 1 } as const;

function readAlignment(svg: ElementNode): DrawingAlignment {
  const written = svg.attributes['preserveAspectRatio']?.trim() ?? 'xMidYMid';
  if (written === 'none') return null;
  const [, x, y] = /^x(Min|Mid|Max)Y(Min|Mid|Max)(?: +meet)?$/.exec(written) ?? [];
  if (x === undefined || y === undefined) {
    throw refuse(svg, 'preserveAspectRatio', 'none, or a place such as xMidYMid; nothing is cut off');
  }
  return { x: SHARES[x as keyof typeof SHARES], y: SHARES[y as keyof typeof SHARES] };
}

function addShapes(parent: ElementNode, matrix: Matrix, paint: Paint, shapes: DrawnShape[]): void {
  for (const child of parent.children) {
    if (child.kind !== 'element') continue;
    const own = multiply(matrix, readTransform(child));
    const ownPaint = readPaint(child, paint);
    if (child.tag === 'g') addShapes(child, own, ownPaint, shapes);
    else addShape(child, own, ownPaint, shapes);
  }
}

function addShape(element: ElementNode, matrix: Matrix, paint: Paint, shapes: DrawnShape[]): void {
  const segments = transformSegments(readShape(element), matrix);
  const { fill, strokePaint, stroke, opacity } = paint;
  if (segments.length === 0 || (fill === null && strokePaint === null)) return;
  if (opacity < 1 && fill !== null && strokePaint !== null) {
    throw refuse(element, 'opacity', 'fill-opacity and stroke-opacity where a shape has both');
  }
  shapes.push({
    segments,
    fill: fill && { ...fill, opacity: fill.opacity * opacity },
    fillRule: paint.fillRule,
    stroke: strokePaint && {
      ...scaleStroke(element, stroke, matrix),
      color: strokePaint.color,
      opacity: strokePaint.opacity * opacity,
    },
  });
}

/** Strokes are as wide as the shape's own units are. */
function scaleStroke(element: ElementNode, stroke: Paint['stroke'], matrix: Matrix): Paint['stroke'] {
  const scale = scaleOf(matrix);
  if (scale === null) throw refuse(element, 'transform', 'the same scale in all directions for a shape with a stroke');
  return {
    ...stroke,
    width: stroke.width * scale,
    dash: stroke.dash.map((length) => length * scale),
    dashOffset: stroke.dashOffset * scale,
  };
}
