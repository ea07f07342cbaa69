/** What a PDF is made of (ISO 32000-1 §7.3). Text in names and keys is Latin-1, as it stands. */
export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfReference;

export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Uint8Array;
}

export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfObject[];
}

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfObject>;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  /** As it stands in the file, filters not undone. */
  readonly bytes: Uint8Array;
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

export function isName(object: PdfObject | undefined): object is PdfName {
  return isKind(object, 'name');
}

export function isArray(object: PdfObject | undefined): object is PdfArray {
  return isKind(object, 'array');
}

export function isDictionary(object: PdfObject | undefined): object is PdfDictionary {
  return isKind(object, 'dictionary');
}

export function isStream(object: PdfObject | undefined): object is PdfStream {
  return isKind(object, 'stream');
}

export function isReference(object: PdfObject | undefined): object is PdfReference {
  return isKind(object, 'reference');
}

function isKind(object: PdfObject | undefined, kind: string): boolean {
  return object !== null && typeof object === 'object' && object.kind === kind;
}

/** A name as text; null for whatever is no name. */
export function nameOf(object: PdfObject | undefined): string | null {
  return isName(object) ? object.name : null;
}

/** The file breaks the syntax, or bends it further than this reader goes along. */
export class ObjectError extends Error {
  override readonly name = 'ObjectError';
}

/** Text of a string object: UTF-16 or UTF-8 by its byte order mark, else PDFDocEncoding, read as Latin-1 (§7.9.2.2). */
export function toText({ bytes }: PdfString): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF_16.decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return UTF_8.decode(bytes);
  return Buffer.from(bytes).toString('latin1');
}

const UTF_16 = new TextDecoder('utf-16be');
const UTF_8 = new TextDecoder();
