import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { PDFiumDocument } from '@hyzyla/pdfium';
import { drawPart, type Part } from './draw-part.ts';
import type { Picture } from './picture.ts';

/** Draws pages as pixels. One at a time: the library has one memory and no threads. */
export interface Rasterizer {
  /** Opens a document, which stays in memory until it is closed. Rejects for bytes that are no PDF. */
  open(pdf: Uint8Array): Promise<RasterDocument>;
  /** Gives the library's memory back; documents that are still open are lost with it. */
  close(): void;
}

export interface RasterDocument {
  readonly pageCount: number;
  /** Draws one page, numbered from 1, at so many pixels a point. Annotations are drawn, forms are not. */
  draw(page: number, scale: number): Promise<Picture>;
  /** Draws a part of such a page, pixel for pixel as it is on the whole; what of it lies off the page is left out. */
  drawPart(page: number, scale: number, part: Part): Picture;
  close(): void;
}

/** No page of an invoice needs more; a mistaken scale would ask for gigabytes. */
const MAX_PIXELS = 64_000_000;

/** Loads the rasterizer, some 20 ms. Nothing is fetched: the library's code lies beside it on the disk. */
export async function createRasterizer(): Promise<Rasterizer> {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium');
  const wasm = await readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')));
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer });
  return {
    open: async (pdf) => toRasterDocument(await library.loadDocument(pdf)),
    close: () => library.destroy(),
  };
}

function toRasterDocument(document: PDFiumDocument): RasterDocument {
  const pageCount = document.getPageCount();

  /** The library lets go of a page once it is drawn, so every drawing takes a new one. */
  function openPage(page: number, scale: number) {
    if (!Number.isInteger(page) || page < 1 || page > pageCount) throw new RangeError(`no page ${page}`);
    const opened = document.getPage(page - 1);
    const { originalWidth, originalHeight } = opened.getOriginalSize();
    const width = Math.max(1, Math.round(originalWidth * scale));
    const height = Math.max(1, Math.round(originalHeight * scale));
    if (!(width * height <= MAX_PIXELS)) throw new RangeError(`a page of ${width} × ${height} pixels is too large`);
    return { opened, width, height };
  }

  return {
    pageCount,
    async draw(page, scale) {
      const { opened, width, height } = openPage(page, scale);
      const { data } = await opened.render({ width, height, scale: 1 });
      return { width, height, rgba: data };
    },
    drawPart(page, scale, { left, top, width, height }) {
      const { opened, ...whole } = openPage(page, scale);
      const [x, y] = [clamp(left, whole.width), clamp(top, whole.height)];
      const part = {
        left: x,
        top: y,
        width: clamp(left + width, whole.width) - x,
        height: clamp(top + height, whole.height) - y,
      };
      if (part.width <= 0 || part.height <= 0) return { width: 0, height: 0, rgba: new Uint8Array() };
      return { width: part.width, height: part.height, rgba: drawPart(opened, whole, part) };
    },
    close: () => document.destroy(),
  };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
