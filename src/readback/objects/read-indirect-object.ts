import { ObjectError, type PdfObject, type PdfReference } from './object.ts';
import { ObjectParser } from './parser.ts';

/** An object with the number it goes by. */
export interface IndirectObject {
  readonly number: number;
  readonly generation: number;
  readonly object: PdfObject;
  /** Where it ends, ahead of `endobj`. */
  readonly end: number;
}

/** Reads `12 0 obj … endobj` at an offset; `resolve` finds a stream's length where that is an object of its own. */
export function readIndirectObject(
  bytes: Uint8Array,
  offset: number,
  resolve: (reference: PdfReference) => PdfObject,
): IndirectObject {
  const parser = new ObjectParser(bytes, offset);
  const number = parser.readInteger();
  const generation = parser.readInteger();
  if (!parser.takeKeyword('obj')) throw new ObjectError(`no object at byte ${offset}`);
  const object = parser.readObject();
  if (object === null || typeof object !== 'object' || object.kind !== 'dictionary') {
    return { number, generation, object, end: parser.position };
  }
  const end = parser.position;
  if (!parser.takeKeyword('stream')) return { number, generation, object, end };
  const start = skipLineEnd(bytes, parser.position);
  const declared = object.entries.get('Length') ?? null;
  const isReference = declared !== null && typeof declared === 'object' && declared.kind === 'reference';
  const length = isReference ? resolve(declared) : declared;
  if (typeof length !== 'number' || length < 0 || start + length > bytes.length) {
    throw new ObjectError(`stream ${number} has no usable length`);
  }
  parser.position = start + length;
  if (!parser.takeKeyword('endstream')) throw new ObjectError(`stream ${number} does not end where it says`);
  return {
    number,
    generation,
    object: { kind: 'stream', dictionary: object, bytes: bytes.subarray(start, start + length) },
    end: parser.position,
  };
}

function skipLineEnd(bytes: Uint8Array, position: number): number {
  const afterReturn = bytes[position] === 0x0d ? position + 1 : position;
  return bytes[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}
