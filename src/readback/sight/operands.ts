import type { Matrix } from '../pdf-js.ts';

// Operands as pdf.js hands them on: of a stranger's file, and so of any type.

/** The entries of a graphics state dictionary, by key. */
export function toEntries(value: unknown): ReadonlyMap<string, unknown> {
  const pairs = Array.isArray(value) ? value : [];
  return new Map(pairs.filter((pair): pair is [string, unknown] => Array.isArray(pair) && typeof pair[0] === 'string'));
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
  if (Array.isArray(value)) return value.map((item) => toNumber(item));
  return value instanceof Float32Array ? [...value] : [];
}

export function toNumber(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** One glyph that is shown, or a number that moves the pen back. */
export function toGlyph(value: unknown): ShownGlyph | number {
  if (typeof value === 'number') return value;
  const glyph = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  return {
    code: toNumber(glyph['originalCharCode'], -1),
    text: typeof glyph['unicode'] === 'string' ? glyph['unicode'] : '',
    width: toNumber(glyph['width']),
    isSpace: glyph['isSpace'] === true,
  };
}

export interface ShownGlyph {
  readonly code: number;
  readonly text: string;
  /** In thousandths of an em. */
  readonly width: number;
  /** The single byte 32, which word spacing follows. */
  readonly isSpace: boolean;
}
