import type { Matrix } from './pdf-js.ts';

// Operands as pdf.js hands them on: of a stranger's file, and so of any type.

/** Opacity of fills among the entries of a graphics state dictionary; null where it is not among them. */
export function toOpacity(entries: unknown): number | null {
  if (!Array.isArray(entries)) return null;
  const entry: unknown = entries.find((candidate: unknown) => Array.isArray(candidate) && candidate[0] === 'ca');
  return Array.isArray(entry) ? toNumber(entry[1]) : null;
}

/** A colour as `#rrggbb`; null for whatever else may stand there. */
export function toColor(value: unknown): string | null {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value) ? value : null;
}

/** Six numbers, those that are missing as in the identity. */
export function toMatrix(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = toNumbers(value);
  return [a, b, c, d, e, f];
}

export function toNumbers(value: unknown): readonly number[] {
  if (Array.isArray(value)) return value.map(toNumber);
  return value instanceof Float32Array ? [...value] : [];
}

export function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
