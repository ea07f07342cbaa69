import type { Matrix } from '../pdf-js.ts';
import type { GraphicsState } from './graphics-state.ts';
import type { ShownGlyph } from './operands.ts';
import type { Ink, PaintedGlyph, PaintedText } from './painted.ts';
import { boundsOf } from './shape.ts';

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
  { hidden, ...place }: TextPlace,
): { readonly painted: PaintedText; readonly advance: number } {
  const { fontSize, horizontalScale, characterSpacing, wordSpacing } = state;
  const glyphs: PaintedGlyph[] = [];
  let x = 0;
  for (const glyph of shown) {
    if (typeof glyph === 'number') {
      x -= (glyph / 1000) * fontSize * horizontalScale;
      continue;
    }
    const width = (glyph.width / 1000) * fontSize * horizontalScale;
    glyphs.push(toPaintedGlyph(glyph, matrix, x, width, state));
    x += width + (characterSpacing + (glyph.isSpace ? wordSpacing : 0)) * horizontalScale;
  }
  const [a, b, c, d] = matrix;
  const painted: PaintedText = {
    kind: 'text',
    text: glyphs.map((glyph) => glyph.text).join(''),
    font: state.font,
    glyphs,
    inks: hidden ? [] : toInks(state),
    widthScale: Math.abs((Math.hypot(a, b) * horizontalScale) / Math.hypot(c, d)),
    size: Math.abs(fontSize) * Math.hypot(c, d),
    mirrored: (a * d - b * c) * horizontalScale < 0,
    upright:
      Math.abs(b) < LEVEL * Math.abs(a) && Math.abs(c) < SLANT * Math.abs(d) && a * fontSize * horizontalScale > 0,
    ...place,
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

function toPaintedGlyph(
  { code, text, width: nominal }: ShownGlyph,
  matrix: Matrix,
  x: number,
  width: number,
  { fontSize, rise }: GraphicsState,
): PaintedGlyph {
  const [left, right] = [x + width * SIDE, x + width * (1 - SIDE)];
  const [low, high] = [rise + fontSize * LOW, rise + fontSize * HIGH];
  // For every glyph of a document, so it makes one array and no more.
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    a * left + c * low + e,
    b * left + d * low + f,
    a * right + c * low + e,
    b * right + d * low + f,
    a * right + c * high + e,
    b * right + d * high + f,
    a * left + c * high + e,
    b * left + d * high + f,
  ];
  return { code, text, width: nominal, zone: boundsOf([corners]), corners };
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
