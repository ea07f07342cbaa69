import type { BarcodeSymbol } from '#dist/barcode/index.js';

/** A picture in greys, 0 to 255, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Pixels a module. */
const SCALE = 4;
/** Height of a linear code, in pixels. */
const TALL = 40;

/** Draws a symbol with its quiet zone, black on white. */
export function drawSymbol(symbol: BarcodeSymbol): GreyPicture {
  const tall = symbol.rows === 1 ? TALL : SCALE;
  const width = (symbol.columns + 2 * symbol.quietZone) * SCALE;
  const height = symbol.rows * tall + 2 * symbol.quietZone * SCALE;
  const grey = new Uint8Array(width * height).fill(255);
  for (const { column, row, length } of symbol.runs) {
    for (let y = 0; y < tall; y += 1) {
      const start = (row * tall + y + symbol.quietZone * SCALE) * width + (column + symbol.quietZone) * SCALE;
      grey.fill(0, start, start + length * SCALE);
    }
  }
  return { width, height, grey };
}

/** The picture as a file that every decoder reads (netpbm, binary). */
export function toPgm({ width, height, grey }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]);
}
