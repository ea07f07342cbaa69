import type { ComputedStyle, MaxSize, SizeValue } from '../../document/index.ts';
import type { LayoutBox } from '../boxes/box.ts';
import type { IntrinsicSizes, Pass, Space } from '../pass.ts';
import { insetsOf, marginsOf } from './edges.ts';
import { isFixed, resolve } from './lengths.ts';

/** The used width of the border box (CSS 2.2 §10.3 and §10.4). */
export function usedWidth(pass: Pass, box: LayoutBox, space: Space): number {
  if (space.fixedWidth !== null) return space.fixedWidth;
  const { style } = box;
  const insets = insetsOf(style, space.width).horizontal;
  const available = Math.max(0, space.width - marginsOf(style, space.width).horizontal - insets);
  const measured = () => pass.measure(box);
  const width = toContentWidth(style, style.width, insets, space.width, available, measured);
  const preferred = width ?? autoWidth(box, space, available, measured);
  return clampWidth(style, preferred, insets, space.width, available, measured) + insets;
}

/** A content width held between min-width and max-width; the minimum wins (CSS 2.2 §10.4). */
function clampWidth(
  style: ComputedStyle,
  contentWidth: number,
  insets: number,
  reference: number,
  available: number,
  measured: () => IntrinsicSizes,
): number {
  const max = toContentWidth(style, style.maxWidth, insets, reference, available, measured) ?? Number.POSITIVE_INFINITY;
  const min = toContentWidth(style, style.minWidth, insets, reference, available, measured) ?? 0;
  return Math.max(Math.min(contentWidth, max), min);
}

/** A width property as a content width; null where it says nothing. */
function toContentWidth(
  style: ComputedStyle,
  value: SizeValue | MaxSize,
  insets: number,
  reference: number,
  available: number,
  measured: () => IntrinsicSizes,
): number | null {
  switch (value) {
    case 'auto':
    case 'none':
      return null;
    case 'min-content':
      return measured().min;
    case 'max-content':
      return measured().max;
    case 'fit-content':
      return shrinkToFit(measured(), available);
    default:
      return Math.max(0, resolve(value, reference) - (style.boxSizing === 'border-box' ? insets : 0));
  }
}

function autoWidth(box: LayoutBox, space: Space, available: number, measured: () => IntrinsicSizes): number {
  // Tables and images shrink to their content even where blocks fill their container.
  const fills = space.autoWidth === 'fill' && box.kind !== 'table' && box.kind !== 'image';
  return fills ? available : shrinkToFit(measured(), available);
}

/** CSS 2.2 §10.3.5. */
function shrinkToFit(sizes: IntrinsicSizes, available: number): number {
  return Math.min(Math.max(sizes.min, available), sizes.max);
}

/**
 * What a box asks of its container's intrinsic sizes: its margin box's, with its own width, min-width and max-width
 * where they need no reference (CSS Sizing 3 §5.1).
 */
export function contributionOf(pass: Pass, box: LayoutBox): IntrinsicSizes {
  const { style } = box;
  const insets = insetsOf(style, 0).horizontal;
  const measured = () => pass.measure(box);
  const outer = insets + marginsOf(style, 0).horizontal;
  // As below, for the many that leave their width open.
  if (style.width === 'auto' && style.maxWidth === 'none' && style.minWidth === 'auto') {
    const { min, max } = measured();
    return { min: Math.max(min, 0) + outer, max: Math.max(max, 0) + outer };
  }
  const own = isKnown(style.width) ? toContentWidth(style, style.width, insets, 0, 0, measured) : null;
  const clamp = (width: number) => {
    const max = isKnown(style.maxWidth) ? toContentWidth(style, style.maxWidth, insets, 0, 0, measured) : null;
    const min = isKnown(style.minWidth) ? toContentWidth(style, style.minWidth, insets, 0, 0, measured) : null;
    return Math.max(Math.min(width, max ?? Number.POSITIVE_INFINITY), min ?? 0) + outer;
  };
  return { min: clamp(own ?? measured().min), max: clamp(own ?? measured().max) };
}

function isKnown(value: SizeValue | MaxSize): boolean {
  return typeof value === 'string' ? value !== 'fit-content' : isFixed(value);
}
