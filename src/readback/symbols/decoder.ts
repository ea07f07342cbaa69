import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ReaderOptions, readBarcodes } from 'zxing-wasm/reader';
import { type Box, roundPoints } from '../../base/index.ts';
import type { Picture } from '../../raster/index.ts';
import type { ReadSymbol } from '../read-document.ts';

/** Finds barcodes in pictures. */
export type Decode = (picture: Picture) => Promise<readonly Omit<ReadSymbol, 'page'>[]>;

/**
 * Codes that people pay by, and all that are square. Linear ones without a check of their own are left out: they are
 * found in every grid of lines.
 */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode', 'DataMatrix', 'Aztec', 'PDF417', 'MaxiCode', 'Code128'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
  maxNumberOfSymbols: 64,
};

/** Loads the decoder. Its code is handed to it from the disk, else it would fetch it. */
export async function loadDecoder(): Promise<Decode> {
  const zxing = await import('zxing-wasm/reader');
  const wasm = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  const wasmBinary = new Uint8Array(wasm).buffer;
  await zxing.prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  return async ({ width, height, rgba }) => {
    const image = { data: new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.byteLength), width, height };
    const results = await zxing.readBarcodes(image as Parameters<typeof readBarcodes>[0], OPTIONS);
    return results
      .filter((result) => result.isValid)
      .map(({ format, text, ecLevel, position }) => ({
        format,
        text,
        errorCorrection: String(ecLevel),
        box: toBox(position),
      }));
  };
}

type Corner = { readonly x: number; readonly y: number };

function toBox(corners: Readonly<Record<'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight', Corner>>): Box {
  const { topLeft, topRight, bottomLeft, bottomRight } = corners;
  const all = [topLeft, topRight, bottomLeft, bottomRight];
  const [x, y] = [Math.min(...all.map((corner) => corner.x)), Math.min(...all.map((corner) => corner.y))];
  const [right, bottom] = [Math.max(...all.map((corner) => corner.x)), Math.max(...all.map((corner) => corner.y))];
  return { x: roundPoints(x), y: roundPoints(y), width: roundPoints(right - x), height: roundPoints(bottom - y) };
}
