import type { Box } from '../base/index.ts';
import type { Drawable } from '../layout/index.ts';

/** The box around what a drawable covers; of curves, the box around their control points. Null for an empty path. */
export function boundsOf(drawable: Drawable): Box | null {
  switch (drawable.kind) {
    case 'rectangle':
    case 'image':
    case 'link':
      return drawable.box;
    case 'line': {
      const { x1, y1, x2, y2, width } = drawable;
      return around([x1, x2], [y1, y2], width / 2);
    }
    case 'text': {
      const { face, size } = drawable.run.font;
      const scale = size / face.unitsPerEm;
      const top = drawable.y - face.ascent * scale;
      return { x: drawable.x, y: top, width: drawable.run.width, height: (face.ascent - face.descent) * scale };
    }
    case 'path': {
      const points = drawable.segments.flatMap((segment) => {
        if (segment.kind === 'close') return [];
        if (segment.kind !== 'curve') return [segment];
        return [segment, { x: segment.x1, y: segment.y1 }, { x: segment.x2, y: segment.y2 }];
      });
      if (points.length === 0) return null;
      const whole = around(
        points.map(({ x }) => x),
        points.map(({ y }) => y),
        (drawable.stroke?.width ?? 0) / 2,
      );
      return drawable.clip === null ? whole : overlapOf(whole, drawable.clip);
    }
  }
}

/** The box around both. */
export function unite(a: Box | null, b: Box | null): Box | null {
  if (a === null || b === null) return a ?? b;
  return around([a.x, a.x + a.width, b.x, b.x + b.width], [a.y, a.y + a.height, b.y, b.y + b.height], 0);
}

/** What both cover; null where that is nothing. */
function overlapOf(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width < 0 || height < 0 ? null : { x, y, width, height };
}

function around(xs: readonly number[], ys: readonly number[], margin: number): Box {
  const x = smallest(xs) - margin;
  const y = smallest(ys) - margin;
  return { x, y, width: largest(xs) + margin - x, height: largest(ys) + margin - y };
}

// Not Math.min(...values): a barcode has more points than a call takes arguments.
function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}
