import { createHash } from 'node:crypto';
import { CROSS_REFERENCE_ENTRIES, encodeCrossReference, type ObjectPlace } from './cross-reference.ts';
import { deflate } from './deflate.ts';
import { paintFaults } from './faults.ts';
import { ObjectStream } from './object-stream.ts';
import { pdfByteString, pdfReference } from './pdf-syntax.ts';
import { type DocumentFrame, deflatedProfile, openDocument, type PdfkitDocument, Verbatim } from './pdfkit-document.ts';

/**
 * A PDF 1.7 file under construction, PDF/A-3a by its frame. pdfkit numbers the objects and writes Info and
 * catalogue; everything else comes in as finished PDF syntax and is packed into object streams, for which pdfkit's
 * own cross-reference table has no words. Bytes are collected as they are written instead of passing through pdfkit's
 * stream, which makes writing synchronous.
 */
export class PdfWriter {
  readonly #document: PdfkitDocument;
  readonly #chunks: Uint8Array[] = [];
  /** By object number: the place of those that are in object streams. */
  readonly #packed: ObjectPlace[] = [];
  #packing = new ObjectStream();
  #pendingText = '';
  #closed = false;

  constructor(frame: DocumentFrame) {
    const document = openDocument(frame);
    this.#document = document;
    this.#chunks.push(...document.header);
    document._write = (data) => this.#write(data);
    // The structure tree is ours (`structure.ts`); pdfkit has none to close.
    document.endMarkings = () => {};
    document.endSubset = () => this.#writeOutputIntent();
    // pdfkit's packet is not escaped and cannot name two standards at once.
    document.endMetadata = () => this.#writeXmp(frame.xmp);
    document._finalize = () => this.#close();
  }

  /** Takes the next object number; `put` must follow before `finish`. */
  reserve(): number {
    this.#document._offsets.push(null);
    this.#document._waiting += 1;
    return this.#document._offsets.length;
  }

  /** Writes the object of a reserved number. */
  put(id: number, body: string): void {
    this.#packing.add(id, body);
    this.#document._refEnd({ id, offset: 0 });
    if (this.#packing.isFull) this.#writePacked();
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
    return this.addStream(`${entries}/Filter/FlateDecode`, deflate(bytes));
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

  #writePacked(): void {
    const packing = this.#packing;
    this.#packing = new ObjectStream();
    if (packing.ids.length === 0) return;
    const stream = this.addDeflatedStream(packing.entries, packing.toBytes());
    packing.ids.forEach((id, index) => {
      this.#packed[id] = { kind: 'packed', stream, index };
    });
  }

  /** Takes the place of pdfkit's own ending, once it has written its last object. */
  #close(): void {
    this.#writePacked();
    const identity = pdfByteString(this.#hashContent());
    const id = this.#document._offsets.length + 1;
    const offset = this.#document._offset;
    const places = [...this.#document._offsets, offset].map(
      (own, index): ObjectPlace => this.#packed[index + 1] ?? { kind: 'offset', offset: own ?? 0 },
    );
    const trailer = `/Size ${id + 1}/Root ${pdfReference(this.#document._root.id)}/Info ${pdfReference(this.#document._info.id)}`;
    this.addDeflatedStream(
      `${CROSS_REFERENCE_ENTRIES}${trailer}/ID[${identity}${identity}]`,
      encodeCrossReference(places),
    );
    this.#write(`startxref\n${offset}\n%%EOF`);
    this.#flushText();
    this.#closed = true;
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

  /** What colours mean (ISO 19005-3 §6.2.3). */
  #writeOutputIntent(): void {
    const profile = this.addStream('/N 3/Filter/FlateDecode', deflatedProfile());
    const intent = this.add(
      '<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB IEC61966-2.1)/OutputConditionIdentifier(sRGB IEC61966-2.1)' +
        `/DestOutputProfile ${pdfReference(profile)}>>`,
    );
    this.setCatalogEntry('OutputIntents', `[${pdfReference(intent)}]`);
  }

  /** The file's identity: all that stands before the trailer, not its Info alone as pdfkit would have it. */
  #hashContent(): Uint8Array {
    this.#flushText();
    const hash = createHash('sha256');
    for (const chunk of this.#chunks) hash.update(chunk);
    return hash.digest().subarray(0, 16);
  }
}
