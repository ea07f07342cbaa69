import type { Size } from '../../base/index.ts';
import type { ComputedStyle, MaxSize, SizeValue } from '../../document/index.ts';
import { insetsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';

/** Lengths of the containing block that percentages refer to; null where unknown, and then they count as auto. */
export interface ImageReference {
  readonly width: number | null;
  readonly height: number | null;
}

/**
 * The content box of an image (CSS 2.2 §10.3.2, §10.4 and §10.6.2): sides that are auto follow its own ratio, and so
 * does a side that minimum or maximum hold back on the other.
 */
export function sizeImage(style: ComputedStyle, natural: Size, reference: ImageReference): Size {
  const limits = limitsOf(style, reference);
  const width = contentLength(style, style.width, reference.width, 'horizontal', reference);
  const height = contentLength(style, style.height, reference.height, 'vertical', reference);
  const ratio = natural.width > 0 && natural.height > 0 ? natural.width / natural.height : 1;
  if (width !== null && height !== null) return { width: limits.width(width), height: limits.height(height) };
  if (width !== null) return { width: limits.width(width), height: limits.height(limits.width(width) / ratio) };
  if (height !== null) return { width: limits.width(limits.height(height) * ratio), height: limits.height(height) };
  return holdRatio(natural, ratio, limits);
}

interface Limits {
  readonly width: (width: number) => number;
  readonly height: (height: number) => number;
}

/** Both sides auto: the image is scaled as a whole as long as its limits let it (§10.4, the table). */
function holdRatio(natural: Size, ratio: number, limits: Limits): Size {
  const width = limits.width(natural.width);
  const height = limits.height(natural.height);
  const widthScale = width / natural.width;
  const heightScale = height / natural.height;
  // Whichever side is cut down further decides; then whichever is pushed up further.
  const byWidth = widthScale < 1 || heightScale < 1 ? widthScale <= heightScale : widthScale >= heightScale;
  return byWidth ? { width, height: limits.height(width / ratio) } : { width: limits.width(height * ratio), height };
}

function limitsOf(style: ComputedStyle, reference: ImageReference): Limits {
  const between = (
    min: SizeValue | MaxSize,
    max: SizeValue | MaxSize,
    length: number | null,
    axis: 'horizontal' | 'vertical',
  ) => {
    const least = contentLength(style, min, length, axis, reference) ?? 0;
    const most = contentLength(style, max, length, axis, reference) ?? Number.POSITIVE_INFINITY;
    return (value: number) => Math.max(least, Math.min(most, value));
  };
  return {
    width: between(style.minWidth, style.maxWidth, reference.width, 'horizontal'),
    height: between(style.minHeight, style.maxHeight, reference.height, 'vertical'),
  };
}

function contentLength(
  style: ComputedStyle,
  value: SizeValue | MaxSize,
  length: number | null,
  axis: 'horizontal' | 'vertical',
  reference: ImageReference,
): number | null {
  if (typeof value === 'string' || (value.percent !== 0 && length === null)) return null;
  const insets = style.boxSizing === 'border-box' ? insetsOf(style, reference.width ?? 0)[axis] : 0;
  return Math.max(0, resolve(value, length ?? 0) - insets);
}
