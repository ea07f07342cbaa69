import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PDFParse } from 'pdf-parse';

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

/** An annotation, as far as links need it. */
export interface PdfAnnotation {
  readonly subtype?: string;
  /** The address as the file has it; `url` is left out where pdf.js would not follow it. */
  readonly unsafeUrl?: string;
  readonly contentsObj?: { readonly str: string };
  /** In the page's own space. */
  readonly rect?: readonly number[];
}

export interface PdfPage {
  /** The page's object. */
  readonly ref: { readonly num: number } | null;
  readonly rotate: number;
  /** The visible page: left, bottom, right, top. */
  readonly view: readonly [number, number, number, number];
  getViewport(options: { readonly scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: Matrix;
  };
  getTextContent(options: { readonly includeMarkedContent: boolean; readonly disableNormalization: boolean }): Promise<{
    readonly items: readonly PdfTextItem[];
    readonly styles: Readonly<Record<string, { readonly ascent: number; readonly descent: number }>>;
  }>;
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  getOperatorList(): Promise<PdfOperators>;
  /** Fonts by the names that operators have for them, once the operators were asked for. */
  readonly commonObjs: PdfObjects;
  /** Pictures likewise. */
  readonly objs: PdfObjects;
  cleanup(): boolean;
}

/** Fonts have a name, pictures have data. */
interface PdfObjects {
  has(id: string): boolean;
  get(id: string): { readonly name?: unknown; readonly data?: unknown };
}

/** What a page draws: operators by number, and the operands of each. */
export interface PdfOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

export type Matrix = readonly [number, number, number, number, number, number];

/** First `right`, then `left` (PDF 32000-1 §8.3.4). */
export function multiply(left: Matrix, right: Matrix): Matrix {
  return [
    left[0] * right[0] + left[2] * right[1],
    left[1] * right[0] + left[3] * right[1],
    left[0] * right[2] + left[2] * right[3],
    left[1] * right[2] + left[3] * right[3],
    left[0] * right[4] + left[2] * right[5] + left[4],
    left[1] * right[4] + left[3] * right[5] + left[5],
  ];
}

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

/** pdf.js, loaded and ready to open files. */
export interface PdfJs {
  /** Opens a file and hands the document to `use`; whatever comes of it, the document is closed. Detaches `bytes`. */
  withPdf<T>(bytes: Uint8Array, use: (pdf: PdfDocument) => Promise<T>): Promise<T>;
}

/**
 * Loads pdf.js into this thread. Its build for old engines replaces `Array.prototype.push` for everyone, by one that is
 * several times slower and differs in how it fails on frozen arrays alone; so the engine's own is put back.
 */
export async function loadPdfJs(): Promise<PdfJs> {
  const { push } = Array.prototype;
  const { PDFParse } = await import('pdf-parse');
  const resources = locateResources();
  // pdf.js would load its other half with the first file, whose time that must not be.
  await import(new URL('legacy/build/pdf.worker.mjs', resources.folder).href);
  Array.prototype.push = push;
  return {
    async withPdf(bytes, use) {
      const parser = new PDFParse({ data: bytes, ...OPTIONS, ...resources.urls });
      try {
        return await use(await load(parser));
      } finally {
        await parser.destroy();
      }
    },
  };
}

function load(parser: PDFParse): Promise<PdfDocument> {
  return (parser as unknown as { load(): Promise<PdfDocument> }).load();
}

/** Nothing in a file is run, fetched or filled in for it; what is broken is an error, not a guess. */
const OPTIONS = {
  isEvalSupported: false,
  stopAtErrors: true,
  enableXfa: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  verbosity: 0,
};

/** Where pdf.js has the metrics of the fourteen standard fonts and the character maps that other people's files lean on. */
function locateResources(): {
  readonly folder: URL;
  readonly urls: { readonly standardFontDataUrl: string; readonly cMapUrl: string };
} {
  const fromHere = createRequire(import.meta.url);
  // pdfjs-dist is pdf-parse's own dependency and need not be visible from here.
  const entry = createRequire(fromHere.resolve('pdf-parse')).resolve('pdfjs-dist/package.json');
  const folder = new URL('.', pathToFileURL(entry));
  return {
    folder,
    urls: {
      standardFontDataUrl: fileURLToPath(new URL('standard_fonts/', folder)),
      cMapUrl: fileURLToPath(new URL('cmaps/', folder)),
    },
  };
}
