import type { Box } from '../../base/index.ts';
import type { ComputedStyle } from '../../document/index.ts';
import type { LayoutBox } from '../boxes/box.ts';
import { type Fragment, moveTo, type PendingBox } from '../fragment.ts';
import { type Pass, type Space, shrinkingSpace } from '../pass.ts';
import { borderRoom } from '../sizing/browser-rounding.ts';
import { marginsOf } from '../sizing/edges.ts';
import { resolve } from '../sizing/lengths.ts';
import { usedWidth } from '../sizing/width.ts';

/**
 * Finishes a fragment: if its box is positioned, it is the containing block of the absolute boxes inside that have
 * found none yet, and they are laid out against its padding box (CSS 2.2 §10.1).
 */
export function adoptPositioned(pass: Pass, fragment: Fragment): Fragment {
  const { style } = fragment.box;
  if (style.position.kind === 'static' || style.position.kind === 'running' || fragment.pending.length === 0)
    return fragment;
  const containing: Box = {
    x: borderRoom(style.borderLeft),
    y: borderRoom(style.borderTop),
    width: fragment.width - borderRoom(style.borderLeft) - borderRoom(style.borderRight),
    height: fragment.height - borderRoom(style.borderTop) - borderRoom(style.borderBottom),
  };
  const adopted = fragment.pending.map((pending) => layOutPositioned(pass, pending, containing));
  return { ...fragment, positioned: [...fragment.positioned, ...adopted], pending: [] };
}

/** Lays out an absolutely positioned box in its containing block; coordinates are those `containing` is given in. */
export function layOutPositioned(pass: Pass, pending: PendingBox, containing: Box): Fragment {
  const { box } = pending;
  const fragment = pass.layOut(box, positionedSpace(pass, box, containing));
  const { style } = box;
  const x = placeOnAxis(
    { start: style.left, end: style.right, marginStart: style.marginLeft, marginEnd: style.marginRight },
    containing.width,
    containing.width,
    fragment.width,
  );
  const y = placeOnAxis(
    { start: style.top, end: style.bottom, marginStart: style.marginTop, marginEnd: style.marginBottom },
    containing.height,
    containing.width,
    fragment.height,
  );
  const margins = marginsOf(style, containing.width);
  return moveTo(
    fragment,
    x === null ? pending.x + margins.left : containing.x + x,
    y === null ? pending.y + margins.top : containing.y + y,
  );
}

/** A box held at both ends of an axis fills what is between them (CSS 2.2 §10.3.7 and §10.6.4). */
function positionedSpace(pass: Pass, box: LayoutBox, containing: Box): Space {
  const { style } = box;
  const space = shrinkingSpace(containing.width, containing.height);
  if (box.kind === 'image') return space;
  const margins = marginsOf(style, containing.width);
  const held = { ...space };
  if (style.left !== 'auto' && style.right !== 'auto') {
    const between = containing.width - resolve(style.left, containing.width) - resolve(style.right, containing.width);
    // As the containing width less the insets, so that min- and max-width still have their say.
    if (style.width === 'auto') {
      const filled = { ...space, width: between, autoWidth: 'fill' } as const;
      return {
        ...held,
        fixedWidth: usedWidth(pass, box, filled),
        fixedHeight: heldHeight(style, containing, margins.vertical),
      };
    }
  }
  return { ...held, fixedHeight: heldHeight(style, containing, margins.vertical) };
}

function heldHeight(style: ComputedStyle, containing: Box, margins: number): number | null {
  if (style.top === 'auto' || style.bottom === 'auto' || style.height !== 'auto') return null;
  const taken = resolve(style.top, containing.height) + resolve(style.bottom, containing.height) + margins;
  return Math.max(0, containing.height - taken);
}

interface AxisStyle {
  readonly start: ComputedStyle['left'];
  readonly end: ComputedStyle['left'];
  readonly marginStart: ComputedStyle['left'];
  readonly marginEnd: ComputedStyle['left'];
}

/** The border box's offset in the containing block, or null where the box stays at its static position. */
function placeOnAxis(axis: AxisStyle, length: number, marginReference: number, size: number): number | null {
  const { start, end, marginStart, marginEnd } = axis;
  const before = marginStart === 'auto' ? 0 : resolve(marginStart, marginReference);
  const after = marginEnd === 'auto' ? 0 : resolve(marginEnd, marginReference);
  if (start === 'auto' && end === 'auto') return null;
  if (start === 'auto') return length - (end === 'auto' ? 0 : resolve(end, length)) - after - size;
  const from = resolve(start, length);
  if (end === 'auto') return from + before;
  const spare = length - from - resolve(end, length) - size - before - after;
  if (marginStart === 'auto' && marginEnd === 'auto') return from + Math.max(0, spare) / 2;
  return from + before + (marginStart === 'auto' ? spare : 0);
}
