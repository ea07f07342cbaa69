import type { Matrix } from '../pdf-js.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { ShownGlyph } from './operands.ts';
import type { Ink, PaintedText } from './painted.ts';
import { type Bounds, boundsOf } from './shape.ts';

/** What the graphics state does not tell about a text. */
export interface TextPlace extends Pick<PaintedText, 'fact' | 'clips' | 'layered' | 'masked'> {
  /** Part of a mask, which is not seen itself. */
  readonly hidden: boolean;
}

/** A text as it stands on the page, and how far it moves the pen (ISO 32000-1 §9.4.4). */
export function toPaintedText(
  shown: readonly (ShownGlyph | number)[],
  state: GraphicsState,
  matrix: Matrix,
  { hidden, ...around }: TextPlace,
): { readonly painted: PaintedText; readonly advance: number } {
  const { fontSize, horizontalScale, characterSpacing, wordSpacing, rise } = state;
  const glyphs: ShownGlyph[] = [];
  const edges: number[] = [];
  let text = '';
  let x = 0;
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      x -= (glyph / 1000) * fontSize * horizontalScale;
      continue;
    }
    const width = (glyph.width / 1000) * fontSize * horizontalScale;
    glyphs.push(glyph);
    edges.push(x + width * SIDE, x + width * (1 - SIDE));
    text += glyph.text;
    x += width + (characterSpacing + (glyph.isSpace ? wordSpacing : 0)) * horizontalScale;
  }
  const [a, b, c, d] = matrix;
  const painted: PaintedText = {
    kind: 'text',
    text,
    font: state.font,
    glyphs,
    edges,
    band: [rise + fontSize * LOW, rise + fontSize * HIGH],
    place: matrix,
    inks: hidden ? [] : toInks(state),
    widthScale: Math.abs((Math.hypot(a, b) * horizontalScale) / Math.hypot(c, d)),
    size: Math.abs(fontSize) * Math.hypot(c, d),
    mirrored: (a * d - b * c) * horizontalScale < 0,
    upright:
      Math.abs(b) < LEVEL * Math.abs(a) && Math.abs(c) < SLANT * Math.abs(d) && a * fontSize * horizontalScale > 0,
    ...around,
  };
  return { painted, advance: x };
}

/** Steeper than this, as rise by run, and a baseline is not level. */
const LEVEL = 0.01;

/** Slanted further than this, and it is not type for reading; obliques lean by a fifth. */
const SLANT = 0.4;

/** From just above the baseline to the height of digits, as shares of the type size. */
const [LOW, HIGH] = [0.02, 0.66];

/** Room at either side of a glyph, as a share of its width. */
const SIDE = 0.08;

/** Corners of what is looked at of a glyph, x and y by turns, in the page's own space: a little narrower than the glyph. */
export function cornersOfGlyph({ edges, band, place }: PaintedText, index: number): readonly number[] {
  return toCorners(place, edges[2 * index] ?? 0, edges[2 * index + 1] ?? 0, band);
}

/** Around the corners of one glyph. */
export function boundsOfGlyph(text: PaintedText, index: number): Bounds {
  return boundsOf([cornersOfGlyph(text, index)]);
}

/** Around the corners of all glyphs; nowhere if there are none. */
export function boundsOfText({ edges, band, place }: PaintedText): Bounds {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    left = Math.min(left, edge);
    right = Math.max(right, edge);
  }
  // A matrix takes lines to lines, so that the corners of all are those of the whole.
  return boundsOf(edges.length === 0 ? [] : [toCorners(place, left, right, band)]);
}

function toCorners([a, b, c, d, e, f]: Matrix, left: number, right: number, [low, high]: PaintedText['band']) {
  return [
    a * left + c * low + e,
    b * left + d * low + f,
    a * right + c * low + e,
    b * right + d * low + f,
    a * right + c * high + e,
    b * right + d * high + f,
    a * left + c * high + e,
    b * left + d * high + f,
  ];
}

/** What each text rendering mode paints (§9.3.6); 3 and 7 paint nothing. */
const FILLING: ReadonlySet<number> = new Set([0, 2, 4, 6]);
const STROKING: ReadonlySet<number> = new Set([1, 2, 5, 6]);

function toInks({ mode, fill, stroke, fillOpacity, strokeOpacity, groupOpacity }: GraphicsState): Ink[] {
  return [
    ...(FILLING.has(mode) ? [{ color: fill, opacity: fillOpacity * groupOpacity }] : []),
    ...(STROKING.has(mode) ? [{ color: stroke, opacity: strokeOpacity * groupOpacity }] : []),
  ];
}
