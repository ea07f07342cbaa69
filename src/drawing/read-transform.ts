import type { ElementNode } from '../document/index.ts';
import { IDENTITY, type Matrix, multiply } from './matrix.ts';
import { refuse } from './read-values.ts';

const EXPECTED = 'matrix(), translate(), scale(), rotate(), skewX() or skewY()';
const CALL = /\s*([a-z]+)\s*\(([^()]*)\)\s*,?/giy;

/** A `transform` attribute (SVG 2 §8.5): functions apply from the last to the first. */
export function readTransform(element: ElementNode): Matrix {
  const written = element.attributes['transform'];
  if (written === undefined) return IDENTITY;
  let matrix = IDENTITY;
  let end = 0;
  for (const [call, name = '', inside = ''] of written.matchAll(CALL)) {
    const numbers =
      inside.trim() === ''
        ? []
        : inside
            .trim()
            .split(/\s*,\s*|\s+/)
            .map(Number);
    const next = numbers.every(Number.isFinite) ? toMatrix(name, numbers) : null;
    if (next === null) throw refuse(element, 'transform', EXPECTED);
    matrix = multiply(matrix, next);
    end += call.length;
  }
  if (end !== written.trimEnd().length && end !== written.length) throw refuse(element, 'transform', EXPECTED);
  return matrix;
}

function toMatrix(name: string, numbers: readonly number[]): Matrix | null {
  const [x = 0, y] = numbers;
  switch (`${name}${numbers.length}`) {
    case 'matrix6':
      return numbers as unknown as Matrix;
    case 'translate1':
    case 'translate2':
      return [1, 0, 0, 1, x, y ?? 0];
    case 'scale1':
    case 'scale2':
      return [x, 0, 0, y ?? x, 0, 0];
    case 'rotate1':
      return rotate(x);
    case 'rotate3': {
      const [, centerX = 0, centerY = 0] = numbers;
      const back: Matrix = [1, 0, 0, 1, -centerX, -centerY];
      return multiply([1, 0, 0, 1, centerX, centerY], multiply(rotate(x), back));
    }
    case 'skewX1':
      return [1, 0, Math.tan(toRadians(x)), 1, 0, 0];
    case 'skewY1':
      return [1, Math.tan(toRadians(x)), 0, 1, 0, 0];
    default:
      return null;
  }
}

function rotate(degrees: number): Matrix {
  const [sine, cosine] = [Math.sin(toRadians(degrees)), Math.cos(toRadians(degrees))];
  return [cosine, sine, -sine, cosine, 0, 0];
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
