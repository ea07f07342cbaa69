import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { deflateOnce } from './deflate.ts';

/** What a PDF says about itself, ready to be written. */
export interface DocumentFrame {
  readonly language: string;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly xmp: string;
}

/**
 * The parts of pdfkit's document that paint builds on. They are not in its public types, so this is the one place
 * that must be read again when pdfkit is upgraded.
 */
export interface PdfkitDocument {
  readonly _root: { readonly id: number; readonly data: Record<string, unknown> };
  /** By object number less one; null until the object is written. */
  readonly _offsets: (number | null)[];
  readonly _info: { readonly id: number };
  _offset: number;
  /** Objects numbered and not yet written. */
  _waiting: number;
  /** What the constructor wrote: the header. */
  readonly header: readonly Uint8Array[];
  end(): void;
  endMarkings(): void;
  endSubset(): void;
  endMetadata(): void;
  _write(data: string | Uint8Array): void;
  _refEnd(object: { readonly id: number; readonly offset: number }): void;
  _finalize(): void;
}

/** An object whose text is ready: pdfkit prints anything with a tag of its own by `toString`. */
export class Verbatim {
  readonly [Symbol.toStringTag] = 'Verbatim';
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * pdfkit's document with its stream taken out: what it pushes waits in a list. A stream would schedule an event for every
 * document, which keeps each of them in memory until whoever renders comes to rest.
 */
class CollectingDocument extends PDFDocument {
  // Not initialised here: the constructor of the class above has pushed the header before that.
  declare header: Uint8Array[];

  override push(chunk: Uint8Array | null): boolean {
    this.header ??= [];
    if (chunk !== null) this.header.push(chunk);
    return true;
  }
}

/** The colour profile that comes with pdfkit, deflated. pdfkit itself deflates it anew for every document. */
export function deflatedProfile(): Uint8Array {
  profile ??= deflateOnce(readFileSync(join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc')));
  return profile;
}

const require = createRequire(import.meta.url);
let profile: Uint8Array | null = null;

/** pdfkit's document without a page or a font, as PDF/A-3a. */
export function openDocument(frame: DocumentFrame): PdfkitDocument {
  const options: PDFKit.PDFDocumentOptions = {
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    lang: frame.language,
    displayTitle: true,
    autoFirstPage: false,
    info: frame.info,
    // Null keeps pdfkit from loading Helvetica, whose program cannot be embedded as PDF/A demands.
    font: null as unknown as string,
  };
  return new CollectingDocument(options) as unknown as PdfkitDocument;
}
