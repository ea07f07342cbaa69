import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { PDFParse } from 'pdf-parse';

/**
 * The part of pdf.js that we use, as pdf-parse 2.4.5 hands it on. pdf-parse keeps its `load` to itself in the types, and
 * without it there are no positions; this file is the one place that reaches through.
 */
export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{
    readonly info: Readonly<Record<string, unknown>>;
    readonly metadata: (Iterable<readonly [string, unknown]> & { getRaw(): string }) | null;
  }>;
  getMarkInfo(): Promise<{ readonly Marked: boolean } | null>;
  getAttachments(): Promise<Readonly<Record<string, PdfAttachment>> | null>;
  getJSActions(): Promise<object | null>;
  hasJSActions(): Promise<boolean>;
  destroy(): Promise<void>;
}

export interface PdfAttachment {
  readonly filename: string;
  readonly rawFilename?: string;
  readonly description?: string;
  readonly content: Uint8Array;
}

export interface PdfPage {
  readonly rotate: number;
  getViewport(options: { readonly scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: Matrix;
  };
  getTextContent(options: { readonly includeMarkedContent: boolean; readonly disableNormalization: boolean }): Promise<{
    readonly items: readonly PdfTextItem[];
    readonly styles: Readonly<Record<string, { readonly ascent: number; readonly descent: number }>>;
  }>;
  getAnnotations(): Promise<readonly { readonly subtype?: string }[]>;
  cleanup(): boolean;
}

export type Matrix = readonly [number, number, number, number, number, number];

export type PdfTextItem =
  | {
      readonly type: 'beginMarkedContent' | 'beginMarkedContentProps';
      readonly tag: string | null;
      readonly id?: string | null;
    }
  | { readonly type: 'endMarkedContent' }
  | {
      readonly type?: undefined;
      readonly str: string;
      readonly transform: Matrix;
      readonly width: number;
      readonly height: number;
      readonly fontName: string;
    };

/** Opens a file and hands the document to `use`; whatever comes of it, the document is closed. Detaches `bytes`. */
export async function withPdf<T>(bytes: Uint8Array, use: (pdf: PdfDocument) => Promise<T>): Promise<T> {
  const parser = new PDFParse({
    data: bytes,
    // Nothing in a file is run, fetched or filled in for it; what is broken is an error, not a guess.
    isEvalSupported: false,
    stopAtErrors: true,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    ...RESOURCES,
    verbosity: 0,
  });
  try {
    return await use(await (parser as unknown as { load(): Promise<PdfDocument> }).load());
  } finally {
    await parser.destroy();
  }
}

/** Metrics of the fourteen standard fonts and character maps, which files from elsewhere may lean on. */
const RESOURCES = locateResources();

function locateResources(): { readonly standardFontDataUrl: string; readonly cMapUrl: string } {
  const fromHere = createRequire(import.meta.url);
  // pdfjs-dist is pdf-parse's own dependency and need not be visible from here.
  const entry = createRequire(fromHere.resolve('pdf-parse')).resolve('pdfjs-dist/package.json');
  const folder = new URL('.', pathToFileURL(entry));
  return {
    standardFontDataUrl: new URL('standard_fonts/', folder).pathname,
    cMapUrl: new URL('cmaps/', folder).pathname,
  };
}
