import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
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
  close(): void;
}

/** No page of an invoice needs more; a mistaken scale would ask for gigabytes. */
const MAX_PIXELS = 64_000_000;

/** Loads the rasterizer, some 20 ms. Nothing is fetched: the library's code lies beside it on the disk. */
export async function createRasterizer(): Promise<Rasterizer> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')));
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(wasm).buffer });
  return {
    open: async (pdf) => toRasterDocument(await library.loadDocument(pdf)),
    close: () => library.destroy(),
  };
}

function toRasterDocument(document: PDFiumDocument): RasterDocument {
  const pageCount = document.getPageCount();
  return {
    pageCount,
    async draw(page, scale) {
      if (!Number.isInteger(page) || page < 1 || page > pageCount) throw new RangeError(`no page ${page}`);
      // The library lets go of a page once it is drawn, so every drawing takes a new one.
      const drawn = document.getPage(page - 1);
      const { originalWidth, originalHeight } = drawn.getOriginalSize();
      const width = Math.max(1, Math.round(originalWidth * scale));
      const height = Math.max(1, Math.round(originalHeight * scale));
      if (!(width * height <= MAX_PIXELS)) throw new RangeError(`a page of ${width} × ${height} pixels is too large`);
      const { data } = await drawn.render({ width, height, scale: 1 });
      return { width, height, rgba: data };
    },
    close: () => document.destroy(),
  };
}
