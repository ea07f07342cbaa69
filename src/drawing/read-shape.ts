import type { PathSegment } from '../base/index.ts';
import type { ElementNode } from '../document/index.ts';
import { readPath } from './read-path.ts';
import { readLength, readNumber, readNumbers, refuse } from './read-values.ts';

/** The outline of a shape (SVG 2 §10) in its own coordinates; empty where it draws nothing. */
export function readShape(element: ElementNode): PathSegment[] {
  switch (element.tag) {
    case 'path':
      return readPath(element);
    case 'rect':
      return readRectangle(element);
    case 'circle': {
      const radius = readLength(element, 'r', 0);
      return ellipse(readNumber(element, 'cx', 0), readNumber(element, 'cy', 0), radius, radius);
    }
    case 'ellipse':
      return ellipse(
        readNumber(element, 'cx', 0),
        readNumber(element, 'cy', 0),
        readLength(element, 'rx', 0),
        readLength(element, 'ry', 0),
      );
    case 'line':
      return [
        { kind: 'move', x: readNumber(element, 'x1', 0), y: readNumber(element, 'y1', 0) },
        { kind: 'line', x: readNumber(element, 'x2', 0), y: readNumber(element, 'y2', 0) },
      ];
    case 'polyline':
      return readPoints(element);
    case 'polygon': {
      const points = readPoints(element);
      return points.length === 0 ? points : [...points, { kind: 'close' }];
    }
    default:
      throw new TypeError(`Unexpected <${element.tag}>, expected a shape`);
  }
}

function readPoints(element: ElementNode): PathSegment[] {
  const numbers = readNumbers(element, 'points');
  if (numbers.length % 2 !== 0) throw refuse(element, 'points', 'pairs of numbers');
  const points: PathSegment[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    points.push({ kind: i === 0 ? 'move' : 'line', x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });
  }
  return points;
}

/** Radii that one side alone names hold for both, and none is longer than half a side (SVG 2 §10.2). */
function readRectangle(element: ElementNode): PathSegment[] {
  const [x, y] = [readNumber(element, 'x', 0), readNumber(element, 'y', 0)];
  const [width, height] = [readLength(element, 'width', 0), readLength(element, 'height', 0)];
  if (width === 0 || height === 0) return [];
  const rx = Math.min(readLength(element, 'rx', readLength(element, 'ry', 0)), width / 2);
  const ry = Math.min(readLength(element, 'ry', readLength(element, 'rx', 0)), height / 2);
  const [right, bottom] = [x + width, y + height];
  if (rx === 0 || ry === 0) return polygon([x, y], [right, y], [right, bottom], [x, bottom]);
  return [
    { kind: 'move', x: x + rx, y },
    { kind: 'line', x: right - rx, y },
    quarter(right - rx, y, right, y + ry, true),
    { kind: 'line', x: right, y: bottom - ry },
    quarter(right, bottom - ry, right - rx, bottom, false),
    { kind: 'line', x: x + rx, y: bottom },
    quarter(x + rx, bottom, x, bottom - ry, true),
    { kind: 'line', x, y: y + ry },
    quarter(x, y + ry, x + rx, y, false),
    { kind: 'close' },
  ];
}

function ellipse(x: number, y: number, rx: number, ry: number): PathSegment[] {
  if (rx === 0 || ry === 0) return [];
  return [
    { kind: 'move', x: x + rx, y },
    quarter(x + rx, y, x, y + ry, false),
    quarter(x, y + ry, x - rx, y, true),
    quarter(x - rx, y, x, y - ry, false),
    quarter(x, y - ry, x + rx, y, true),
    { kind: 'close' },
  ];
}

/** Control points of a quarter circle lie at this share of its radius. */
const QUARTER_CIRCLE = 0.5522847498;

/** A quarter of an ellipse from one point to another, leaving the first along the x axis or along the y axis. */
function quarter(fromX: number, fromY: number, x: number, y: number, alongX: boolean): PathSegment {
  const [dx, dy] = [(x - fromX) * QUARTER_CIRCLE, (y - fromY) * QUARTER_CIRCLE];
  return alongX
    ? { kind: 'curve', x1: fromX + dx, y1: fromY, x2: x, y2: y - dy, x, y }
    : { kind: 'curve', x1: fromX, y1: fromY + dy, x2: x - dx, y2: y, x, y };
}

function polygon(...points: readonly (readonly [x: number, y: number])[]): PathSegment[] {
  const lines = points.map(([x, y], i): PathSegment => ({ kind: i === 0 ? 'move' : 'line', x, y }));
  return [...lines, { kind: 'close' }];
}
