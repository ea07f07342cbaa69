import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import type { FontFile } from '../text/index.ts';
import { paintFaults } from './faults.ts';
import { pdfReference } from './pdf-syntax.ts';

/** What a PDF says about itself, ready to be written. */
export interface DocumentFrame {
  readonly language: string;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly xmp: string;
}

/** The part of pdfkit's embedded font through which glyphs are asked for by id. */
export interface EmbeddedFont {
  /** Resource name. */
  readonly id: string;
  readonly subset: { readonly glyphs: number[]; includeGlyph(glyph: number): number };
  /** By character code, in thousandths of an em. */
  readonly widths: number[];
  /** By character code: the code points it stands for. */
  readonly unicode: (readonly number[])[];
  ref(): { readonly id: number };
}

/**
 * The parts of pdfkit's document that this class builds on. They are not in its public types, so this is the one place
 * that must be read again when pdfkit is upgraded.
 */
interface PdfkitDocument {
  readonly _root: { readonly data: Record<string, unknown> };
  /** By object number less one; null until the object is written. */
  readonly _offsets: (number | null)[];
  readonly _font: EmbeddedFont | null;
  _id: Uint8Array;
  _offset: number;
  /** Objects numbered and not yet written. */
  _waiting: number;
  font(source: FontFile, family: string): this;
  read(): Uint8Array | null;
  push(chunk: Uint8Array | null): boolean;
  end(): void;
  endMarkings(): void;
  endMetadata(): void;
  _write(data: string | Uint8Array): void;
  _refEnd(object: { readonly id: number; readonly offset: number }): void;
  _finalize(): void;
}

/** An object whose text is ready: pdfkit prints anything with a tag of its own by `toString`. */
class Verbatim {
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
 * A PDF 1.7 file under construction, PDF/A-3a by its frame. pdfkit numbers the objects and writes fonts, Info, output
 * intent, cross-reference table and trailer; everything else comes in as finished PDF syntax. Bytes are collected as
 * they are written instead of passing through pdfkit's stream, which makes writing synchronous.
 */
export class PdfWriter {
  readonly #document: PdfkitDocument;
  readonly #chunks: Uint8Array[] = [];
  #pendingText = '';
  #closed = false;

  constructor(frame: DocumentFrame) {
    const document = openDocument(frame);
    this.#document = document;
    // What the constructor wrote, the header, waits in the stream's buffer; from here on nothing enters it.
    const header = document.read();
    if (header !== null) this.#chunks.push(header);
    document._write = (data) => this.#write(data);
    document.push = (chunk) => this.#push(chunk);
    // The structure tree is ours (`structure.ts`); pdfkit has none to close.
    document.endMarkings = () => {};
    // pdfkit's packet is not escaped and cannot name two standards at once.
    document.endMetadata = () => this.#writeXmp(frame.xmp);
    const finalize = document._finalize.bind(document);
    document._finalize = () => {
      document._id = this.#hashContent();
      finalize();
    };
  }

  /** Takes the next object number; `put` must follow before `finish`. */
  reserve(): number {
    this.#document._offsets.push(null);
    this.#document._waiting += 1;
    return this.#document._offsets.length;
  }

  /** Writes the object of a reserved number. */
  put(id: number, body: string): void {
    const offset = this.#document._offset;
    this.#write(`${id} 0 obj\n${body}\nendobj`);
    this.#document._refEnd({ id, offset });
  }

  /** Writes a new object and gives its number. */
  add(body: string): number {
    const id = this.reserve();
    this.put(id, body);
    return id;
  }

  /** Writes a new stream object. `entries` are its dictionary's beside Length; `bytes` are encoded as they say. */
  addStream(entries: string, bytes: Uint8Array): number {
    const id = this.reserve();
    const offset = this.#document._offset;
    this.#write(`${id} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream`);
    this.#write(bytes);
    this.#write('\nendstream\nendobj');
    this.#document._refEnd({ id, offset });
    return id;
  }

  /** Writes a new stream object, deflated. */
  addDeflatedStream(entries: string, bytes: Uint8Array): number {
    return this.addStream(`${entries}/Filter/FlateDecode`, deflateSync(bytes));
  }

  /** Embeds a font; its program is subset when the file is finished. */
  embedFont(font: FontFile, name: string): EmbeddedFont {
    const embedded = this.#document.font(font, name)._font;
    if (embedded === null) throw new Error(`pdfkit did not open the face ${name}`);
    return embedded;
  }

  /** The number of the page tree's root, every page's parent. */
  get pagesId(): number {
    return (this.#document._root.data['Pages'] as { id: number }).id;
  }

  /** Appends a page object that is or will be written. */
  appendPage(id: number): void {
    const { data } = this.#document._root.data['Pages'] as { data: { Kids: unknown[]; Count: number } };
    data.Kids.push(new Verbatim(pdfReference(id)));
    data.Count += 1;
  }

  setCatalogEntry(key: string, value: string): void {
    this.#document._root.data[key] = new Verbatim(value);
  }

  setEmbeddedFiles(nameTree: string): void {
    const { data } = this.#document._root.data['Names'] as { data: Record<string, unknown> };
    data['EmbeddedFiles'] = new Verbatim(nameTree);
  }

  /** Closes the file and gives its bytes. Throws PAINT_UNFINISHED where a reserved object was never written. */
  finish(): Uint8Array {
    this.#document.end();
    if (!this.#closed) {
      const missing = this.#document._offsets.flatMap((offset, index) => (offset === null ? [index + 1] : []));
      throw paintFaults.PAINT_UNFINISHED({
        message: `Unexpected end of the PDF: objects ${missing.join(', ')} were numbered but never written`,
      });
    }
    return Buffer.concat(this.#chunks);
  }

  #write(data: string | Uint8Array): void {
    if (typeof data === 'string') {
      // One byte per character, so that offsets can be counted in characters.
      this.#pendingText += `${data}\n`;
      this.#document._offset += data.length + 1;
      return;
    }
    this.#flushText();
    this.#chunks.push(data);
    this.#document._offset += data.length;
  }

  /** pdfkit pushes null behind the trailer, and nothing else once `_write` is ours. */
  #push(chunk: Uint8Array | null): boolean {
    this.#flushText();
    if (chunk === null) this.#closed = true;
    else this.#chunks.push(chunk);
    return true;
  }

  #flushText(): void {
    if (this.#pendingText === '') return;
    this.#chunks.push(Buffer.from(this.#pendingText, 'latin1'));
    this.#pendingText = '';
  }

  #writeXmp(xmp: string): void {
    // Not deflated, so that the packet can be found by tools that do not know PDF (XMP Part 3 §3.4).
    const id = this.addStream('/Type/Metadata/Subtype/XML', Buffer.from(xmp, 'utf8'));
    this.setCatalogEntry('Metadata', pdfReference(id));
  }

  /** The file's identity: all that stands before the trailer, not the Info dictionary alone as pdfkit has it. */
  #hashContent(): Uint8Array {
    this.#flushText();
    const hash = createHash('sha256');
    for (const chunk of this.#chunks) hash.update(chunk);
    return hash.digest().subarray(0, 16);
  }
}

function openDocument(frame: DocumentFrame): PdfkitDocument {
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
  return new PDFDocument(options) as unknown as PdfkitDocument;
}
