/**
 * Floor 3: pixels. Comes in: bytes of a PDF, or of a PNG. Goes out: `Picture`s, and how far two of them differ. The
 * rasterizer is another engine than the one that reads text back, so that each is a witness against the other. Never
 * here: what any of it means.
 */
export { type Comparison, comparePictures } from './compare-pictures.ts';
export type { Part } from './draw-part.ts';
export type { Picture } from './picture.ts';
export { decodePng, encodePng } from './png.ts';
export { createRasterizer, type RasterDocument, type Rasterizer } from './rasterizer.ts';
