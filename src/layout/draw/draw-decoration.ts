import { type Box, type PathSegment, roundPoints } from '../../base/index.ts';
import type { BorderSide, ComputedStyle } from '../../document/index.ts';
import { drawsItself, hasInk } from '../has-ink.ts';
import type { LineDrawable } from '../page.ts';
import { resolve } from '../sizing/lengths.ts';
import { BACKGROUND, ORNAMENT, type PageSink } from './page-sink.ts';

/** Which edges of a box lie on this page; a box cut by the page's end has none there (`box-decoration-break: slice`). */
export interface DrawnEdges {
  readonly top: boolean;
  readonly right: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
}

/** Draws a box's background and borders. `box` is its border box on the page. */
export function drawDecoration(sink: PageSink, order: number, style: ComputedStyle, box: Box, edges: DrawnEdges): void {
  if (style.visibility === 'hidden' || !drawsItself(style)) return;
  const radii = radiiOf(style, box, edges);
  fill(sink, order, style, box, radii);
  if (radii.some((radius) => radius > 0) && isUniform(style))
    drawRoundedBorder(sink, order, style.borderTop, box, radii);
  else drawStraightBorders(sink, order, style, box, edges);
}

/** Draws a box's background alone. */
export function drawBackground(sink: PageSink, order: number, style: ComputedStyle, box: Box, edges: DrawnEdges): void {
  if (style.visibility === 'hidden' || style.backgroundColor === null) return;
  fill(sink, order, style, box, radiiOf(style, box, edges));
}

function fill(sink: PageSink, order: number, { backgroundColor }: ComputedStyle, box: Box, radii: Radii): void {
  if (backgroundColor !== null && backgroundColor.alpha > 0 && box.width > 0 && box.height > 0) {
    sink.draw(order, {
      kind: 'rectangle',
      box: roundBox(box),
      radii: [roundPoints(radii[0]), roundPoints(radii[1]), roundPoints(radii[2]), roundPoints(radii[3])],
      fill: backgroundColor,
      mark: BACKGROUND,
    });
  }
}

export type Radii = readonly [number, number, number, number];

/** Corner radii, scaled down together where they would overlap (CSS Backgrounds 3 §4.5). */
function radiiOf(style: ComputedStyle, box: Box, edges: DrawnEdges): Radii {
  const reference = Math.min(box.width, box.height);
  const [tl, tr, br, bl] = style.borderRadius.map((radius) => Math.max(0, resolve(radius, reference)));
  const radii = [
    edges.top && edges.left ? (tl ?? 0) : 0,
    edges.top && edges.right ? (tr ?? 0) : 0,
    edges.bottom && edges.right ? (br ?? 0) : 0,
    edges.bottom && edges.left ? (bl ?? 0) : 0,
  ] as const;
  const scale = Math.min(
    1,
    scaleFor(box.width, radii[0] + radii[1]),
    scaleFor(box.width, radii[3] + radii[2]),
    scaleFor(box.height, radii[0] + radii[3]),
    scaleFor(box.height, radii[1] + radii[2]),
  );
  return [radii[0] * scale, radii[1] * scale, radii[2] * scale, radii[3] * scale];
}

function scaleFor(length: number, needed: number): number {
  return needed > length ? length / needed : 1;
}

/** Whether all four borders are alike. */
export function isUniform(style: ComputedStyle): boolean {
  const { borderTop: top } = style;
  return [style.borderRight, style.borderBottom, style.borderLeft].every(
    (side) => side.width === top.width && side.style === top.style && isSameColor(side, top),
  );
}

function isSameColor(a: BorderSide, b: BorderSide): boolean {
  return (['red', 'green', 'blue', 'alpha'] as const).every((channel) => a.color[channel] === b.color[channel]);
}

/** Each border is a stroke along its middle, from corner to corner. */
function drawStraightBorders(sink: PageSink, order: number, style: ComputedStyle, box: Box, edges: DrawnEdges): void {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const { borderTop, borderRight, borderBottom, borderLeft } = style;
  const sides: readonly [BorderSide, boolean, x1: number, y1: number, x2: number, y2: number][] = [
    [borderTop, edges.top, box.x, box.y + borderTop.width / 2, right, box.y + borderTop.width / 2],
    [borderRight, edges.right, right - borderRight.width / 2, box.y, right - borderRight.width / 2, bottom],
    [borderBottom, edges.bottom, box.x, bottom - borderBottom.width / 2, right, bottom - borderBottom.width / 2],
    [borderLeft, edges.left, box.x + borderLeft.width / 2, box.y, box.x + borderLeft.width / 2, bottom],
  ];
  for (const [side, isDrawn, x1, y1, x2, y2] of sides) {
    if (isDrawn && side.style !== 'none' && hasInk(side)) sink.draw(order, toLine(side, side.style, x1, y1, x2, y2));
  }
}

/** A stroke as an artifact. */
export function toLine(
  border: Pick<BorderSide, 'width' | 'color'>,
  dash: LineDrawable['dash'],
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): LineDrawable {
  return {
    kind: 'line',
    x1: roundPoints(x1),
    y1: roundPoints(y1),
    x2: roundPoints(x2),
    y2: roundPoints(y2),
    width: roundPoints(border.width),
    dash,
    color: border.color,
    mark: ORNAMENT,
  };
}

/** PDF's own, and far beyond a right angle's. */
const MITER_LIMIT = 10;

/** Control points of a quarter circle lie at this share of its radius. */
const QUARTER_CIRCLE = 0.5522847498;

function drawRoundedBorder(sink: PageSink, order: number, side: BorderSide, box: Box, radii: Radii): void {
  if (side.style === 'none' || side.width === 0) return;
  const half = side.width / 2;
  const inner = { x: box.x + half, y: box.y + half, width: box.width - side.width, height: box.height - side.width };
  sink.draw(order, {
    kind: 'path',
    segments: roundedRectangle(inner, radii.map((radius) => Math.max(0, radius - half)) as unknown as Radii),
    fill: null,
    fillRule: 'nonzero',
    stroke: {
      color: side.color,
      width: roundPoints(side.width),
      cap: side.style === 'dotted' ? 'round' : 'butt',
      join: 'miter',
      miterLimit: MITER_LIMIT,
      dash:
        side.style === 'dashed'
          ? [roundPoints(side.width * 3)]
          : side.style === 'dotted'
            ? [0, roundPoints(side.width * 2)]
            : [],
      dashOffset: 0,
    },
    clip: null,
    mark: ORNAMENT,
  });
}

function roundedRectangle(box: Box, [tl, tr, br, bl]: Radii): PathSegment[] {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const corner = (x: number, y: number, dx1: number, dy1: number, dx2: number, dy2: number): PathSegment => ({
    kind: 'curve',
    // From the end of one side to the start of the next; both control points pull towards the corner.
    x1: roundPoints(x + dx1 * (1 - QUARTER_CIRCLE)),
    y1: roundPoints(y + dy1 * (1 - QUARTER_CIRCLE)),
    x2: roundPoints(x + dx2 * (1 - QUARTER_CIRCLE)),
    y2: roundPoints(y + dy2 * (1 - QUARTER_CIRCLE)),
    x: roundPoints(x + dx2),
    y: roundPoints(y + dy2),
  });
  const line = (x: number, y: number): PathSegment => ({ kind: 'line', x: roundPoints(x), y: roundPoints(y) });
  return [
    { kind: 'move', x: roundPoints(box.x + tl), y: roundPoints(box.y) },
    line(right - tr, box.y),
    corner(right, box.y, -tr, 0, 0, tr),
    line(right, bottom - br),
    corner(right, bottom, 0, -br, -br, 0),
    line(box.x + bl, bottom),
    corner(box.x, bottom, bl, 0, 0, -bl),
    line(box.x, box.y + tl),
    corner(box.x, box.y, 0, tl, tl, 0),
    { kind: 'close' },
  ];
}

/** A box rounded to the finest step that reaches a page. */
export function roundBox(box: Box): Box {
  return {
    x: roundPoints(box.x),
    y: roundPoints(box.y),
    width: roundPoints(box.width),
    height: roundPoints(box.height),
  };
}
