import type { PDFiumPage } from '@hyzyla/pdfium';

/** A part of a drawn page, in whole pixels of it, from its top left corner. */
export interface Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What `PDFiumPage` keeps to itself in the types: PDFium as it was compiled, which draws any part of a page. Without it
 * a page would be drawn whole, four million pixels, for the sake of a logo.
 */
interface Inner {
  readonly pageIdx: number;
  readonly module: {
    readonly HEAPU8: Uint8Array;
    readonly wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
    _FPDFBitmap_CreateEx(width: number, height: number, format: number, pointer: number, stride: number): number;
    _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, color: number): void;
    _FPDF_RenderPageBitmap(
      bitmap: number,
      page: number,
      x: number,
      y: number,
      width: number,
      height: number,
      rotate: number,
      flags: number,
    ): void;
    _FPDFBitmap_Destroy(bitmap: number): void;
    _FPDF_ClosePage(page: number): void;
  };
}

/** `FPDFBitmap_BGRA` in fpdfview.h. */
const FORMAT = 4;
const WHITE = 0xffffffff;
/** `FPDF_ANNOT`, `FPDF_LCD_TEXT` and `FPDF_REVERSE_BYTE_ORDER`, as the library draws whole pages with. */
const FLAGS = 0x01 | 0x02 | 0x10;

/** Draws a part of a page that is `width` × `height` pixels in whole; then lets go of the page. */
export function drawPart(
  page: PDFiumPage,
  { width, height }: { readonly width: number; readonly height: number },
  part: Part,
): Uint8Array {
  const { module, pageIdx } = page as unknown as Inner;
  const stride = part.width * 4;
  const size = stride * part.height;
  const pointer = module.wasmExports.malloc(size);
  if (pointer === 0) throw new RangeError(`no memory for ${part.width} × ${part.height} pixels`);
  const bitmap = module._FPDFBitmap_CreateEx(part.width, part.height, FORMAT, pointer, stride);
  try {
    module._FPDFBitmap_FillRect(bitmap, 0, 0, part.width, part.height, WHITE);
    module._FPDF_RenderPageBitmap(bitmap, pageIdx, -part.left, -part.top, width, height, 0, FLAGS);
    return module.HEAPU8.slice(pointer, pointer + size);
  } finally {
    module._FPDFBitmap_Destroy(bitmap);
    module._FPDF_ClosePage(pageIdx);
    module.wasmExports.free(pointer);
  }
}
