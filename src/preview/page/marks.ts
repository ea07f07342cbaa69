import type { Box } from '../../base/index.ts';
import { s } from './dom.ts';

/** Marks in page space (points) and, over them, notes in CSS pixels. */
export interface Overlay {
  readonly marks: readonly SVGElement[];
  readonly notes: readonly HTMLElement[];
}

export const NOTHING: Overlay = { marks: [], notes: [] };

/** Puts a note at a place of the page, in CSS pixels. */
export function at(
  note: HTMLElement,
  left: number,
  top: number,
  where: 'above' | 'below' | 'beside' | 'inside',
): HTMLElement {
  note.style.left = `${left}px`;
  note.style.top = `${top}px`;
  if (where === 'above' || where === 'beside') note.classList.add(where);
  return note;
}

export function rectangle(box: Box, props: Readonly<Record<string, string | number | null>> = {}): SVGElement {
  return s('rect', { x: box.x, y: box.y, width: Math.max(0, box.width), height: Math.max(0, box.height), ...props });
}

export function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** A box's edge as a path. */
export function outline({ x, y, width, height }: Box): string {
  return `M${x} ${y}h${width}v${height}h${-width}Z`;
}

/**
 * A line as it is drawn, and a white one with it: nothing on white paper, and what makes it seen on a dark field. The
 * white of a dashed line lies in its gaps, that of another under it, no wider unless told: it must not cover text.
 */
export function lined(
  d: string,
  stroke: string,
  { width = 1, opacity = 1, dash = null, halo = 0 }: LineStyle,
): readonly SVGElement[] {
  const line = { d, fill: 'none' };
  const gaps =
    dash === null ? {} : { 'stroke-dasharray': [...dash].reverse().join(' '), 'stroke-dashoffset': -dash[0] };
  return [
    s('path', { ...line, ...gaps, stroke: '#fff', 'stroke-opacity': 0.6, 'stroke-width': width + halo }),
    s('path', {
      ...line,
      stroke,
      'stroke-opacity': opacity,
      'stroke-width': width,
      'stroke-dasharray': dash?.join(' ') ?? null,
    }),
  ];
}

/** Widths in CSS pixels; a dash and the gap after it. */
export interface LineStyle {
  readonly width?: number;
  readonly opacity?: number;
  readonly dash?: readonly [number, number] | null;
  readonly halo?: number;
}

/** A length in points as people read it. */
export function points(value: number): string {
  return String(Math.round(value * 10) / 10);
}
