import type { Box } from '../../base/index.ts';
import type { PathDrawable } from '../page.ts';
import { roundBox } from './draw-decoration.ts';

/**
 * A drawing shows what lies in its room, as in browsers (SVG 2 §8.3). The room, if some of the shape may reach beyond
 * it; null for a shape that lies inside, which needs no clipping.
 */
export function clipOf({ segments, stroke }: Pick<PathDrawable, 'segments' | 'stroke'>, room: Box): Box | null {
  const reach = stroke === null ? 0 : reachOf(stroke);
  const [left, top] = [room.x + reach - HAIR, room.y + reach - HAIR];
  const [right, bottom] = [room.x + room.width - reach + HAIR, room.y + room.height - reach + HAIR];
  const isInside = (x: number, y: number) => x >= left && x <= right && y >= top && y <= bottom;
  const staysInside = segments.every((segment) => {
    if (segment.kind === 'close') return true;
    if (!isInside(segment.x, segment.y)) return false;
    return segment.kind !== 'curve' || (isInside(segment.x1, segment.y1) && isInside(segment.x2, segment.y2));
  });
  return staysInside ? null : roundBox(room);
}

/** Less than can be seen. */
const HAIR = 0.01;

/** How far a stroke reaches at most from its path: at spikes and square ends further than half its width. */
function reachOf({ width, join, cap, miterLimit }: NonNullable<PathDrawable['stroke']>): number {
  const spike = join === 'miter' ? miterLimit : 1;
  return (width / 2) * Math.max(spike, cap === 'square' ? Math.SQRT2 : 1);
}
