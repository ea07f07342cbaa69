import type { Matrix } from '../pdf-js.ts';
import { toNumbers } from './operands.ts';

/** Smallest upright box around something, y upwards. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** What a path encloses or a pen covers: polygons in the page's own space. */
export interface Shape {
  readonly bounds: Bounds;
  /** The shape is its bounds. */
  readonly isBox: boolean;
  readonly polygons: readonly Polygon[];
  readonly evenOdd: boolean;
}

/** x and y by turns; closed without saying so. */
type Polygon = readonly number[];

/** A box that a matrix turns. */
export function toBoxShape(matrix: Matrix, [left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Shape {
  const corners = [left, bottom, right, bottom, right, top, left, top];
  return toShape([transformAll(matrix, corners)], false);
}

/** What filling a path of pdf.js paints: numbers that each say what follows them. */
export function toFilledShape(matrix: Matrix, path: unknown, evenOdd: boolean): Shape {
  return toShape(
    readPolygons(path).map((polygon) => transformAll(matrix, polygon)),
    evenOdd,
  );
}

/** What stroking a path paints, corners and dashes as if filled. */
export function toStrokedShape(matrix: Matrix, path: unknown, lineWidth: number): Shape {
  const half = (lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))) / 2;
  const polygons = readPolygons(path).flatMap((polygon) => {
    const points = transformAll(matrix, polygon);
    const segments: Polygon[] = [];
    for (let i = 2; i + 1 < points.length; i += 2) segments.push(toSegment(points, i, half));
    return segments;
  });
  return toShape(polygons, false);
}

/** Nothing is inside. */
export const NOWHERE: Shape = {
  bounds: { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity },
  isBox: true,
  polygons: [],
  evenOdd: false,
};

/** Everything is. */
export const EVERYWHERE: Shape = {
  bounds: { left: -Infinity, right: Infinity, bottom: -Infinity, top: Infinity },
  isBox: true,
  polygons: [],
  evenOdd: false,
};

export function isInside({ bounds, isBox, polygons, evenOdd }: Shape, x: number, y: number): boolean {
  if (x < bounds.left || x > bounds.right || y < bounds.bottom || y > bounds.top) return false;
  if (isBox) return true;
  let winding = 0;
  for (const polygon of polygons) winding += windingOf(polygon, x, y);
  return evenOdd ? winding % 2 !== 0 : winding !== 0;
}

export function overlaps(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/** Whether a shape has all of a box; shapes that are no boxes are not trusted to. */
export function hasAllOf({ bounds, isBox }: Shape, box: Bounds): boolean {
  return (
    isBox &&
    bounds.left <= box.left &&
    box.right <= bounds.right &&
    bounds.bottom <= box.bottom &&
    box.top <= bounds.top
  );
}

function toShape(polygons: readonly Polygon[], evenOdd: boolean): Shape {
  const bounds = boundsOf(polygons);
  return { bounds, isBox: polygons.length === 1 && isBoxOf(polygons[0] ?? [], bounds), polygons, evenOdd };
}

export function boundsOf(polygons: readonly Polygon[]): Bounds {
  let { left, right, bottom, top } = NOWHERE.bounds;
  // For every text and every path of a document, and so without arrays of its own.
  for (const polygon of polygons) {
    for (let i = 0; i + 1 < polygon.length; i += 2) {
      const x = polygon[i] ?? 0;
      const y = polygon[i + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
  }
  return { left, right, bottom, top };
}

/** Coordinates are single precision in pdf.js. */
const SLACK = 0.01;

function isBoxOf(polygon: Polygon, { left, right, bottom, top }: Bounds): boolean {
  const closed = polygon.length === 10 && polygon[0] === polygon[8] && polygon[1] === polygon[9];
  if (polygon.length !== 8 && !closed) return false;
  const isNear = (value: number, one: number, other: number) =>
    Math.abs(value - one) < SLACK || Math.abs(value - other) < SLACK;
  for (let i = 0; i < 8; i += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = [0, 1, 2, 3].map((step) => polygon[(i + step) % 8]);
    if (!isNear(x, left, right) || !isNear(y, bottom, top)) return false;
    if (Math.abs(x - nextX) >= SLACK && Math.abs(y - nextY) >= SLACK) return false;
  }
  return true;
}

function transformAll(matrix: Matrix, points: readonly number[]): number[] {
  const [a, b, c, d, e, f] = matrix;
  const out: number[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x = 0, y = 0] = [points[i], points[i + 1]];
    out.push(a * x + c * y + e, b * x + d * y + f);
  }
  return out;
}

/** Lines that stand for a curve. */
const CURVE_STEPS = 8;

const [MOVE, LINE, CURVE] = [0, 1, 2];

function readPolygons(path: unknown): number[][] {
  const numbers = toNumbers(Array.isArray(path) ? path[0] : path);
  const polygons: number[][] = [];
  let current: number[] = [];
  for (let i = 0; i < numbers.length; ) {
    const operator = numbers[i];
    if (operator === MOVE) {
      current = [numbers[i + 1] ?? 0, numbers[i + 2] ?? 0];
      polygons.push(current);
      i += 3;
    } else if (operator === LINE) {
      current.push(numbers[i + 1] ?? 0, numbers[i + 2] ?? 0);
      i += 3;
    } else if (operator === CURVE) {
      current.push(...flatten(current.slice(-2), numbers.slice(i + 1, i + 7)));
      i += 7;
    } else {
      // Closing goes back to the start.
      current.push(current[0] ?? 0, current[1] ?? 0);
      i += 1;
    }
  }
  return polygons;
}

function flatten(
  [x0 = 0, y0 = 0]: readonly number[],
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[],
) {
  const points: number[] = [];
  for (let step = 1; step <= CURVE_STEPS; step += 1) {
    const t = step / CURVE_STEPS;
    const [p, q, r, s] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    points.push(p * x0 + q * x1 + r * x2 + s * x3, p * y0 + q * y1 + r * y2 + s * y3);
  }
  return points;
}

/** The strip that a pen of a width leaves between two points, its ends squared. */
function toSegment(points: readonly number[], at: number, half: number): Polygon {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(at - 2, at + 2);
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [alongX, alongY] = length === 0 ? [half, 0] : [((x1 - x0) / length) * half, ((y1 - y0) / length) * half];
  return [
    x0 - alongX - alongY,
    y0 - alongY + alongX,
    x0 - alongX + alongY,
    y0 - alongY - alongX,
    x1 + alongX + alongY,
    y1 + alongY - alongX,
    x1 + alongX - alongY,
    y1 + alongY + alongX,
  ];
}

function windingOf(polygon: Polygon, x: number, y: number): number {
  let winding = 0;
  for (let i = 0; i + 1 < polygon.length; i += 2) {
    const [x0 = 0, y0 = 0] = [polygon[i], polygon[i + 1]];
    const [x1 = 0, y1 = 0] = [polygon[(i + 2) % polygon.length], polygon[(i + 3) % polygon.length]];
    if (y0 <= y === y1 <= y) continue;
    if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) <= x) continue;
    winding += y1 > y0 ? 1 : -1;
  }
  return winding;
}

/** Where a matrix takes a point. */
export function toPoint(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}
