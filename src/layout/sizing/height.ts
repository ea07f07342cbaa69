import type { ComputedStyle, MaxSize, SizeValue } from '../../document/index.ts';
import type { Space } from '../pass.ts';
import { resolve } from './lengths.ts';

/**
 * The content height that the style asks for, or null where it follows from the content (CSS 2.2 §10.5). A percentage
 * of a height that is itself unknown counts as auto.
 */
export function definiteHeight(style: ComputedStyle, space: Space, insets: number): number | null {
  if (space.fixedHeight !== null) return Math.max(0, space.fixedHeight - insets);
  // A cell's height is the least its row may be, which is the table's business (CSS 2.2 §17.5.3).
  if (style.display === 'table-cell') return null;
  const height = toContentHeight(style, style.height, space.height, insets);
  return height === null ? null : clampHeight(style, height, space.height, insets);
}

/** A content height held between min-height and max-height; the minimum wins (CSS 2.2 §10.7). */
export function clampHeight(style: ComputedStyle, height: number, reference: number | null, insets: number): number {
  const max = toContentHeight(style, style.maxHeight, reference, insets) ?? Number.POSITIVE_INFINITY;
  const min = toContentHeight(style, style.minHeight, reference, insets) ?? 0;
  return Math.max(Math.min(height, max), min);
}

function toContentHeight(
  style: ComputedStyle,
  value: SizeValue | MaxSize,
  reference: number | null,
  insets: number,
): number | null {
  // The content-based keywords all mean the content's own height in the block direction.
  if (typeof value === 'string') return null;
  if (value.percent !== 0 && reference === null) return null;
  return Math.max(0, resolve(value, reference ?? 0) - (style.boxSizing === 'border-box' ? insets : 0));
}
