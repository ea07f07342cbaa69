import type { BorderSide, ComputedStyle } from '../document/index.ts';

/** Whether a box shows anything of its own. */
export function drawsItself(style: ComputedStyle): boolean {
  return (
    style.backgroundColor !== null ||
    hasInk(style.borderTop) ||
    hasInk(style.borderRight) ||
    hasInk(style.borderBottom) ||
    hasInk(style.borderLeft)
  );
}

/** Whether a border is drawn. */
export function hasInk(side: BorderSide): boolean {
  return side.style !== 'none' && side.width > 0;
}
