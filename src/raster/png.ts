import { createRequire } from 'node:module';
import type PngJs from 'pngjs';
import type { Picture } from './picture.ts';

const require = createRequire(import.meta.url);

/** Loaded with the first picture, which neither rendering nor its proof makes. */
let pngJs: typeof PngJs | null = null;

function loadPngJs(): typeof PngJs {
  pngJs ??= require('pngjs') as typeof PngJs;
  return pngJs;
}

/** Flat pages are smallest without filters, and quickest. */
const ENCODING = { colorType: 2, inputHasAlpha: true, deflateLevel: 6, deflateStrategy: 0, filterType: 0 } as const;

/** A picture as PNG without alpha: paper is opaque. The same picture gives the same bytes. */
export function encodePng({ width, height, rgba }: Picture): Uint8Array {
  const { PNG } = loadPngJs();
  const png = new PNG({ width, height });
  png.data = Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  return PNG.sync.write(png, ENCODING);
}

/** The pixels of a PNG. Throws what the decoder throws for a damaged file; meant for files of our own. */
export function decodePng(bytes: Uint8Array): Picture {
  const { width, height, data } = loadPngJs().PNG.sync.read(Buffer.from(bytes));
  return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) };
}
