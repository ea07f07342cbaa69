import type { Box, PathSegment } from '../base/index.ts';
import type { LineDrawable, PathDrawable, RectangleDrawable } from '../layout/index.ts';
import type { PageOperators } from './operators.ts';
import { pdfNumber } from './pdf-syntax.ts';

/** Distance of the control points of a quarter circle drawn as a Bézier curve, by its radius. */
const QUARTER_CIRCLE = 0.5522847498;

const CAPS = { butt: '0', round: '1', square: '2' } as const;
const JOINS = { miter: '0', round: '1', bevel: '2' } as const;

export function paintRectangle(operators: PageOperators, { box, radii, fill }: RectangleDrawable): void {
  operators.setFill(fill);
  operators.setOpacity({ fill: fill.alpha, stroke: fill.alpha });
  if (radii.every((radius) => radius === 0)) {
    operators.add(`${rectangle(operators, box)} f`);
  } else {
    operators.add(`${pathOperators(operators, roundedRectangle(box, radii))} f`);
  }
}

export function paintLine(operators: PageOperators, line: LineDrawable): void {
  operators.setStroke(line.color);
  operators.setOpacity({ fill: line.color.alpha, stroke: line.color.alpha });
  operators.set('w', pdfNumber(line.width));
  operators.set('J', line.dash === 'dotted' ? CAPS.round : CAPS.butt);
  operators.set('d', dashPattern(line));
  operators.add(`${operators.point(line.x1, line.y1)} m ${operators.point(line.x2, line.y2)} l S`);
}

export function paintPath(operators: PageOperators, path: PathDrawable): void {
  const paint = paintOperator(path);
  if (paint === null || path.segments.length === 0) return;
  if (path.fill !== null) operators.setFill(path.fill);
  if (path.stroke !== null) {
    operators.setStroke(path.stroke.color);
    operators.set('w', pdfNumber(path.stroke.width));
    operators.set('J', CAPS[path.stroke.cap]);
    operators.set('j', JOINS[path.stroke.join]);
    operators.set('M', pdfNumber(path.stroke.miterLimit));
    operators.set('d', `[${path.stroke.dash.map(pdfNumber).join(' ')}] ${pdfNumber(path.stroke.dashOffset)}`);
  }
  operators.setOpacity({
    fill: path.fill?.alpha ?? path.stroke?.color.alpha ?? 1,
    stroke: path.stroke?.color.alpha ?? path.fill?.alpha ?? 1,
  });
  const painted = `${pathOperators(operators, path.segments)} ${paint}`;
  operators.add(path.clip === null ? painted : `q ${rectangle(operators, path.clip)} W n ${painted} Q`);
}

function rectangle(operators: PageOperators, { x, y, width, height }: Box): string {
  return `${operators.point(x, y + height)} ${pdfNumber(width)} ${pdfNumber(height)} re`;
}

/** Dots are dashes of no length with round ends; dashes and the gaps between them are three widths long. */
function dashPattern(line: LineDrawable): string {
  if (line.dash === 'solid') return '[] 0';
  if (line.dash === 'dotted') return `[0 ${pdfNumber(line.width * 2)}] 0`;
  return `[${pdfNumber(line.width * 3)}] 0`;
}

function paintOperator({ fill, fillRule, stroke }: PathDrawable): string | null {
  if (fill === null) return stroke === null ? null : 'S';
  return `${stroke === null ? 'f' : 'B'}${fillRule === 'evenodd' ? '*' : ''}`;
}

function pathOperators(operators: PageOperators, segments: readonly PathSegment[]): string {
  return segments.map((segment) => segmentOperator(operators, segment)).join(' ');
}

function segmentOperator(operators: PageOperators, segment: PathSegment): string {
  switch (segment.kind) {
    case 'move':
      return `${operators.point(segment.x, segment.y)} m`;
    case 'line':
      return `${operators.point(segment.x, segment.y)} l`;
    case 'curve':
      return `${operators.point(segment.x1, segment.y1)} ${operators.point(segment.x2, segment.y2)} ${operators.point(segment.x, segment.y)} c`;
    case 'close':
      return 'h';
  }
}

/** Clockwise from the end of the top left corner. */
function roundedRectangle(
  { x, y, width, height }: RectangleDrawable['box'],
  [topLeft, topRight, bottomRight, bottomLeft]: RectangleDrawable['radii'],
): PathSegment[] {
  const right = x + width;
  const bottom = y + height;
  const away = 1 - QUARTER_CIRCLE;
  return [
    { kind: 'move', x: x + topLeft, y },
    { kind: 'line', x: right - topRight, y },
    {
      kind: 'curve',
      x1: right - topRight * away,
      y1: y,
      x2: right,
      y2: y + topRight * away,
      x: right,
      y: y + topRight,
    },
    { kind: 'line', x: right, y: bottom - bottomRight },
    {
      kind: 'curve',
      x1: right,
      y1: bottom - bottomRight * away,
      x2: right - bottomRight * away,
      y2: bottom,
      x: right - bottomRight,
      y: bottom,
    },
    { kind: 'line', x: x + bottomLeft, y: bottom },
    {
      kind: 'curve',
      x1: x + bottomLeft * away,
      y1: bottom,
      x2: x,
      y2: bottom - bottomLeft * away,
      x,
      y: bottom - bottomLeft,
    },
    { kind: 'line', x, y: y + topLeft },
    { kind: 'curve', x1: x, y1: y + topLeft * away, x2: x + topLeft * away, y2: y, x: x + topLeft, y },
    { kind: 'close' },
  ];
}
