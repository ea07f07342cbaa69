import type { PathSegment } from '../base/index.ts';

/** An affine map: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function transformSegments(segments: readonly PathSegment[], matrix: Matrix): PathSegment[] {
  const [a, b, c, d, e, f] = matrix;
  const toX = (x: number, y: number) => a * x + c * y + e;
  const toY = (x: number, y: number) => b * x + d * y + f;
  return segments.map((segment): PathSegment => {
    if (segment.kind === 'close') return segment;
    const end = { x: toX(segment.x, segment.y), y: toY(segment.x, segment.y) };
    if (segment.kind !== 'curve') return { kind: segment.kind, ...end };
    const { x1, y1, x2, y2 } = segment;
    return { kind: 'curve', x1: toX(x1, y1), y1: toY(x1, y1), x2: toX(x2, y2), y2: toY(x2, y2), ...end };
  });
}

/** By how much lengths grow; null where that depends on their direction. */
export function scaleOf([a, b, c, d]: Matrix): number | null {
  const scale = Math.hypot(a, b);
  const isSimilar =
    Math.abs(scale - Math.hypot(c, d)) <= 1e-6 * scale && Math.abs(a * c + b * d) <= 1e-6 * scale * scale;
  return isSimilar ? scale : null;
}
