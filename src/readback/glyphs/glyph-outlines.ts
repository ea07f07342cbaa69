import { ObjectError } from '../objects/object.ts';
import { type FontTable, needTable, readFontTables } from './font-tables.ts';

/** Deeper than any font nests its composite glyphs. */
const MAX_DEPTH = 8;

/**
 * What the glyphs of a TrueType font look like. Two glyphs, of whatever fonts, are drawn alike exactly if their drawings
 * are the same text: points, curves, the size of the em, and how far the pen moves on.
 */
export class GlyphOutlines {
  readonly tables: ReadonlyMap<string, FontTable>;
  readonly glyphCount: number;
  readonly #unitsPerEm: number;
  readonly #long: boolean;
  readonly #metricCount: number;
  readonly #drawings = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    this.tables = readFontTables(bytes);
    const head = needTable(this.tables, 'head');
    this.#unitsPerEm = head.uint16(18);
    this.#long = head.int16(50) === 1;
    this.glyphCount = needTable(this.tables, 'maxp').uint16(4);
    this.#metricCount = needTable(this.tables, 'hhea').uint16(34);
    if (this.#unitsPerEm === 0 || this.#metricCount === 0) throw new ObjectError('a font without measures');
  }

  /** Null for a glyph that the font does not have. */
  drawingOf(glyph: number): string | null {
    if (glyph < 0 || glyph >= this.glyphCount) return null;
    const known = this.#drawings.get(glyph);
    if (known !== undefined) return known;
    const points: number[] = [];
    this.#draw(glyph, [1, 0, 0, 1, 0, 0], points, 0);
    const drawing = `${this.#unitsPerEm} ${this.#advanceOf(glyph)} ${points.join(' ')}`;
    this.#drawings.set(glyph, drawing);
    return drawing;
  }

  /** In thousandths of an em. */
  widthOf(glyph: number): number {
    return (this.#advanceOf(glyph) * 1000) / this.#unitsPerEm;
  }

  #advanceOf(glyph: number): number {
    return needTable(this.tables, 'hmtx').uint16(4 * Math.min(glyph, this.#metricCount - 1));
  }

  /** Appends contours as 1, x, y, on-curve for each point and 0 at the end of each contour. */
  #draw(glyph: number, matrix: Affine, out: number[], depth: number): void {
    if (depth > MAX_DEPTH) throw new ObjectError('a glyph made of itself');
    const loca = needTable(this.tables, 'loca');
    const [start, end] = this.#long
      ? [loca.uint32(4 * glyph), loca.uint32(4 * glyph + 4)]
      : [loca.uint16(2 * glyph) * 2, loca.uint16(2 * glyph + 2) * 2];
    if (end <= start) return;
    const glyf = needTable(this.tables, 'glyf');
    const contours = glyf.int16(start);
    if (contours < 0) this.#drawParts(glyf, start + 10, matrix, out, depth);
    else drawSimple(glyf, start + 10, contours, matrix, out);
  }

  #drawParts(glyf: FontTable, start: number, matrix: Affine, out: number[], depth: number): void {
    let at = start;
    for (let flags = MORE_PARTS; (flags & MORE_PARTS) !== 0; ) {
      flags = glyf.uint16(at);
      const part = glyf.uint16(at + 2);
      at += 4;
      if ((flags & ARE_OFFSETS) === 0) throw new ObjectError('a glyph whose parts are put point to point');
      const wide = (flags & WORDS) !== 0;
      const [dx, dy] = wide ? [glyf.int16(at), glyf.int16(at + 2)] : [glyf.int8(at), glyf.int8(at + 1)];
      at += wide ? 4 : 2;
      const scale = (steps: number) => glyf.int16(at + 2 * steps) / 16384;
      let own: Affine = [1, 0, 0, 1, dx, dy];
      if ((flags & SCALED) !== 0) {
        own = [scale(0), 0, 0, scale(0), dx, dy];
        at += 2;
      } else if ((flags & SCALED_TWICE) !== 0) {
        own = [scale(0), 0, 0, scale(1), dx, dy];
        at += 4;
      } else if ((flags & TURNED) !== 0) {
        own = [scale(0), scale(1), scale(2), scale(3), dx, dy];
        at += 8;
      }
      this.#draw(part, combine(matrix, own), out, depth + 1);
    }
  }
}

const [WORDS, ARE_OFFSETS, SCALED, MORE_PARTS, SCALED_TWICE, TURNED] = [0x1, 0x2, 0x8, 0x20, 0x40, 0x80];

type Affine = readonly [number, number, number, number, number, number];

function combine(m: Affine, n: Affine): Affine {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

const [ON_CURVE, SHORT_X, SHORT_Y, REPEAT, SAME_X, SAME_Y] = [0x1, 0x2, 0x4, 0x8, 0x10, 0x20];

/** OpenType, "glyf: Simple Glyph Description". */
function drawSimple(glyf: FontTable, start: number, contours: number, matrix: Affine, out: number[]): void {
  const ends = Array.from({ length: contours }, (_, i) => glyf.uint16(start + 2 * i));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = start + 2 * contours;
  at += 2 + glyf.uint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyf.uint8(at);
    at += 1;
    flags.push(flag);
    if ((flag & REPEAT) === 0) continue;
    for (let times = glyf.uint8(at); times > 0; times -= 1) flags.push(flag);
    at += 1;
  }
  const readAxis = (short: number, same: number) => {
    let value = 0;
    return flags.slice(0, count).map((flag) => {
      if ((flag & short) !== 0) {
        value += (flag & same) !== 0 ? glyf.uint8(at) : -glyf.uint8(at);
        at += 1;
      } else if ((flag & same) === 0) {
        value += glyf.int16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(SHORT_X, SAME_X);
  const ys = readAxis(SHORT_Y, SAME_Y);
  const last = new Set(ends);
  for (let i = 0; i < count; i += 1) {
    const [x = 0, y = 0] = [xs[i], ys[i]];
    const [a, b, c, d, e, f] = matrix;
    out.push(1, a * x + c * y + e, b * x + d * y + f, (flags[i] ?? 0) & ON_CURVE);
    if (last.has(i)) out.push(0);
  }
}
