import type { ComputedStyle } from '../../document/index.ts';
import { type Fragment, moveTo } from '../fragment.ts';
import { resolve } from '../sizing/lengths.ts';

/** Puts a fragment at its place, moved by `position: relative` if it has that (CSS 2.2 §9.4.3). */
export function place(fragment: Fragment, x: number, y: number, width: number, height: number | null): Fragment {
  const { style } = fragment.box;
  if (style.position.kind !== 'relative') return moveTo(fragment, x, y);
  return moveTo(fragment, x + horizontalOffset(style, width), y + verticalOffset(style, height));
}

function horizontalOffset(style: ComputedStyle, width: number): number {
  if (style.left !== 'auto') return resolve(style.left, width);
  return style.right === 'auto' ? 0 : -resolve(style.right, width);
}

/** A percentage of an unknown height counts as auto. */
function verticalOffset(style: ComputedStyle, height: number | null): number {
  const { top, bottom } = style;
  if (top !== 'auto' && (top.percent === 0 || height !== null)) return resolve(top, height ?? 0);
  if (bottom !== 'auto' && (bottom.percent === 0 || height !== null)) return -resolve(bottom, height ?? 0);
  return 0;
}
