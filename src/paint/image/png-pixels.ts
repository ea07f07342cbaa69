import { inflateSync } from 'node:zlib';
import { type ImageFile, refuseImage } from './image-file.ts';
import type { PngColorType, PngFile } from './png-file.ts';
import { unfilterRow } from './png-filter.ts';

/** Decoded pixels, eight bits a sample. */
export interface Pixels {
  /** Three bytes a pixel. */
  readonly rgb: Uint8Array;
  /** One byte a pixel, 255 opaque; null where all are. */
  readonly alpha: Uint8Array | null;
}

const CHANNELS: Readonly<Record<PngColorType, number>> = { gray: 1, rgb: 3, palette: 1, 'gray-alpha': 2, rgba: 4 };

/** A reduced image: the pixels at `left + i × right`, `top + j × down` (ISO/IEC 15948 §8.2). */
interface Pass {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly down: number;
}

const WHOLE: readonly Pass[] = [{ left: 0, top: 0, right: 1, down: 1 }];
const ADAM7: readonly Pass[] = [
  { left: 0, top: 0, right: 8, down: 8 },
  { left: 4, top: 0, right: 8, down: 8 },
  { left: 0, top: 4, right: 4, down: 8 },
  { left: 2, top: 0, right: 4, down: 4 },
  { left: 0, top: 2, right: 2, down: 4 },
  { left: 1, top: 0, right: 2, down: 2 },
  { left: 0, top: 1, right: 1, down: 2 },
];

/**
 * Decodes all fifteen kinds of PNG, plain or interlaced. Written here because neither of the libraries at hand could be
 * used: pngjs leans on a part of Node that has been deprecated, fast-png misreads interlaced images of few bits and lets a
 * colour profile inflate without bound. The tests hold this against pngjs.
 */
export function decodePixels(png: PngFile, file: ImageFile): Pixels {
  const passes = (png.interlaced ? ADAM7 : WHOLE).map((pass) => measurePass(png, pass));
  const rows = inflate(png, file, passes);
  const pixels = { rgb: new Uint8Array(png.width * png.height * 3), alpha: new Uint8Array(png.width * png.height) };
  const toPixel = pixelWriter(png, file, pixels);
  const bytesPerPixel = Math.max(1, (CHANNELS[png.colorType] * png.bitDepth) / 8);
  let offset = 0;
  for (const { pass, columns, lines, rowBytes } of passes) {
    let above: Uint8Array = new Uint8Array(rowBytes);
    for (let line = 0; line < lines; line += 1) {
      const row = rows.subarray(offset + 1, offset + 1 + rowBytes);
      if (!unfilterRow(rows[offset] ?? 0, row, above, bytesPerPixel)) {
        throw refuseImage(file, `filter type ${rows[offset]}`, '0 to 4');
      }
      const start = (pass.top + line * pass.down) * png.width + pass.left;
      for (let column = 0; column < columns; column += 1) toPixel(row, column, start + column * pass.right);
      above = row;
      offset += rowBytes + 1;
    }
  }
  return { rgb: pixels.rgb, alpha: pixels.alpha.every((alpha) => alpha === 255) ? null : pixels.alpha };
}

interface MeasuredPass {
  readonly pass: Pass;
  readonly columns: number;
  readonly lines: number;
  readonly rowBytes: number;
}

function measurePass(png: PngFile, pass: Pass): MeasuredPass {
  const columns = Math.ceil((png.width - pass.left) / pass.right);
  // A pass without columns has no rows either, not rows of a filter type alone.
  const lines = columns > 0 ? Math.ceil((png.height - pass.top) / pass.down) : 0;
  return { pass, columns, lines, rowBytes: Math.ceil((columns * CHANNELS[png.colorType] * png.bitDepth) / 8) };
}

/** The filtered rows of all passes. The header says how many bytes they are; zlib is not let beyond that. */
function inflate(png: PngFile, file: ImageFile, passes: readonly MeasuredPass[]): Uint8Array {
  const expected = passes.reduce((sum, { lines, rowBytes }) => sum + Math.max(0, lines) * (rowBytes + 1), 0);
  let rows: Uint8Array;
  try {
    rows = inflateSync(png.compressed, { maxOutputLength: expected });
  } catch (cause) {
    throw refuseImage(file, 'compressed pixels', `a zlib stream of ${expected} bytes`, cause);
  }
  if (rows.length !== expected) throw refuseImage(file, `${rows.length} bytes of pixels`, `${expected}`);
  return rows;
}

/** Takes the pixel of a column out of a row and puts it where it belongs in the image. */
type PixelWriter = (row: Uint8Array, column: number, index: number) => void;

function pixelWriter(png: PngFile, file: ImageFile, pixels: { rgb: Uint8Array; alpha: Uint8Array }): PixelWriter {
  const { bitDepth, palette, transparency } = png;
  const read = sampleReader(bitDepth);
  const largest = 2 ** bitDepth - 1;
  const scale = (sample: number) => Math.round((sample * 255) / largest);
  const put = (index: number, red: number, green: number, blue: number, alpha: number) => {
    pixels.rgb[index * 3] = red;
    pixels.rgb[index * 3 + 1] = green;
    pixels.rgb[index * 3 + 2] = blue;
    pixels.alpha[index] = alpha;
  };
  // The transparent colour is given in sixteen bits, whatever the depth.
  const key = (at: number) => ((transparency[at * 2] ?? 0) << 8) | (transparency[at * 2 + 1] ?? 0);
  const hasKey = transparency.length > 0;
  switch (png.colorType) {
    case 'gray':
      return (row, column, index) => {
        const sample = read(row, column);
        const gray = scale(sample);
        put(index, gray, gray, gray, hasKey && sample === key(0) ? 0 : 255);
      };
    case 'gray-alpha':
      return (row, column, index) => {
        const gray = scale(read(row, column * 2));
        put(index, gray, gray, gray, scale(read(row, column * 2 + 1)));
      };
    case 'rgb':
      return (row, column, index) => {
        const [red, green, blue] = [read(row, column * 3), read(row, column * 3 + 1), read(row, column * 3 + 2)];
        const isKey = hasKey && red === key(0) && green === key(1) && blue === key(2);
        put(index, scale(red), scale(green), scale(blue), isKey ? 0 : 255);
      };
    case 'rgba':
      return (row, column, index) => {
        const at = column * 4;
        put(index, scale(read(row, at)), scale(read(row, at + 1)), scale(read(row, at + 2)), scale(read(row, at + 3)));
      };
    case 'palette':
      return (row, column, index) => {
        const at = read(row, column);
        const [red, green, blue] = palette.subarray(at * 3, at * 3 + 3);
        if (red === undefined || green === undefined || blue === undefined) {
          throw refuseImage(file, `palette index ${at}`, `at most ${palette.length / 3 - 1}`);
        }
        put(index, red, green, blue, transparency[at] ?? 255);
      };
  }
}

/** Reads the n-th sample of a row; samples of less than a byte are packed from the left (ISO/IEC 15948 §7.2). */
function sampleReader(bitDepth: number): (row: Uint8Array, index: number) => number {
  if (bitDepth === 8) return (row, index) => row[index] ?? 0;
  if (bitDepth === 16) return (row, index) => ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
  const mask = 2 ** bitDepth - 1;
  const perByte = 8 / bitDepth;
  return (row, index) => {
    const byte = row[Math.floor(index / perByte)] ?? 0;
    return (byte >> (8 - bitDepth * ((index % perByte) + 1))) & mask;
  };
}
