import { type Box, type PathSegment, roundPoints } from '../../base/index.ts';
import type { Color } from '../../document/index.ts';
import type { Drawing, DrawnShape, ShapePaint } from '../../drawing/index.ts';
import type { ImageBox } from '../boxes/box.ts';
import type { Mark, PathDrawable } from '../page.ts';
import { clipOf } from './clip-of.ts';
import { drawBarcode } from './draw-barcode.ts';
import { roundBox } from './draw-decoration.ts';
import { BACKGROUND, type PageSink } from './page-sink.ts';

/** Draws a picture over `room`, its content box on the page. BARCODE_TOO_SMALL. */
export function drawPicture(sink: PageSink, { order, place, picture, style }: ImageBox, room: Box, mark: Mark): void {
  switch (picture.kind) {
    case 'raster':
      sink.draw(order, { kind: 'image', box: roundBox(room), image: picture.name, mark });
      return;
    case 'barcode':
      for (const drawable of drawBarcode(picture.symbol, room, place, { ground: BACKGROUND, modules: mark })) {
        sink.draw(order, drawable);
      }
      return;
    case 'drawing': {
      const placing = placeDrawing(picture.drawing, room);
      for (const shape of picture.drawing.shapes) {
        const path = placeShape(shape, placing, style.color);
        sink.draw(order, { ...path, clip: clipOf(path, room), mark });
      }
      return;
    }
    default:
      picture satisfies never;
  }
}

/** `x' = scaleX · x + left`, and so for y. */
interface Placing {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
}

/** Where the drawing's plane lies in the room that it is given (SVG 2 §8.2). */
function placeDrawing({ viewBox, alignment }: Drawing, room: Box): Placing {
  const [wide, high] = [room.width / viewBox.width, room.height / viewBox.height];
  const scaleX = alignment === null ? wide : Math.min(wide, high);
  const scaleY = alignment === null ? high : scaleX;
  const spareX = room.width - viewBox.width * scaleX;
  const spareY = room.height - viewBox.height * scaleY;
  return {
    scaleX,
    scaleY,
    left: room.x + (alignment?.x ?? 0) * spareX - viewBox.x * scaleX,
    top: room.y + (alignment?.y ?? 0) * spareY - viewBox.y * scaleY,
  };
}

function placeShape(shape: DrawnShape, placing: Placing, ink: Color): Omit<PathDrawable, 'clip' | 'mark'> {
  const { fill, fillRule, stroke } = shape;
  // A drawing that is stretched out of its ratio has strokes between both scales.
  const scale = Math.sqrt(placing.scaleX * placing.scaleY);
  return {
    kind: 'path',
    segments: shape.segments.map((segment) => placeSegment(segment, placing)),
    fill: fill && toColor(fill, ink),
    fillRule,
    stroke: stroke && {
      color: toColor(stroke, ink),
      width: roundPoints(stroke.width * scale),
      cap: stroke.cap,
      join: stroke.join,
      miterLimit: stroke.miterLimit,
      dash: stroke.dash.map((length) => roundPoints(length * scale)),
      dashOffset: roundPoints(stroke.dashOffset * scale),
    },
  };
}

function placeSegment(segment: PathSegment, { scaleX, scaleY, left, top }: Placing): PathSegment {
  if (segment.kind === 'close') return segment;
  const toX = (x: number) => roundPoints(scaleX * x + left);
  const toY = (y: number) => roundPoints(scaleY * y + top);
  const end = { x: toX(segment.x), y: toY(segment.y) };
  if (segment.kind !== 'curve') return { kind: segment.kind, ...end };
  return { kind: 'curve', x1: toX(segment.x1), y1: toY(segment.y1), x2: toX(segment.x2), y2: toY(segment.y2), ...end };
}

function toColor({ color, opacity }: ShapePaint, ink: Color): Color {
  const own = color ?? ink;
  return opacity === 1 ? own : { ...own, alpha: own.alpha * opacity };
}
