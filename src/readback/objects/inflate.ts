import { inflateSync } from 'node:zlib';
import { isArray, ObjectError, type PdfDictionary, type PdfObject, type PdfStream } from './object.ts';

/** More than the structure of 10,000 lines takes; a stream that grows beyond is no honest one. */
const MAX_INFLATED = 64 * 1024 * 1024;

/** A stream's content. Knows what cross-reference and object streams use: FlateDecode, with PNG predictors (§7.4.4). */
export function inflateStream(stream: PdfStream): Uint8Array {
  const packing = stream.dictionary.entries.get('Filter') ?? null;
  const filter = soleItem(packing);
  if (filter === null) return stream.bytes;
  if (typeof filter !== 'object' || filter.kind !== 'name' || filter.name !== 'FlateDecode') {
    throw new ObjectError('a filter other than FlateDecode');
  }
  const inflated = inflateWhole(stream.bytes);
  const parameters = stream.dictionary.entries.get('DecodeParms') ?? null;
  if (parameters === null) return inflated;
  // Readers differ in whether those of a list go with a filter that is none (§7.3.8.2, Table 5).
  if (isArray(parameters) !== isArray(packing)) throw new ObjectError('parameters of another filter');
  const own = soleItem(parameters);
  if (own === null) return inflated;
  // One elsewhere in the file included, which nothing here would find.
  if (typeof own !== 'object' || own.kind !== 'dictionary')
    throw new ObjectError('parameters of a filter that are none');
  return undoPredictor(inflated, own);
}

/** A one-item array counts as its item. */
function soleItem(object: PdfObject): PdfObject {
  if (!isArray(object)) return object;
  if (object.items.length > 1) throw new ObjectError('several filters on one stream');
  return object.items[0] ?? null;
}

/** What stands behind the end of what is compressed is read by nobody. */
function inflateWhole(bytes: Uint8Array): Uint8Array {
  // The types do not know what `info` gives.
  const { buffer, engine } = inflateSync(bytes, { maxOutputLength: MAX_INFLATED, info: true }) as unknown as Inflated;
  if (engine.bytesWritten + LINE_END < bytes.length) throw new ObjectError('bytes behind the end of a stream');
  return buffer;
}

interface Inflated {
  readonly buffer: Uint8Array;
  /** `bytesWritten` to it, that is, taken from what is compressed. */
  readonly engine: { readonly bytesWritten: number };
}

/** Which some programs count as a stream's. */
const LINE_END = 2;

function undoPredictor(bytes: Uint8Array, parameters: PdfDictionary): Uint8Array {
  const number = (key: string, otherwise: number) => {
    const value = parameters.entries.get(key) ?? otherwise;
    if (typeof value !== 'number') throw new ObjectError(`/${key} is no number`);
    return value;
  };
  const predictor = number('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new ObjectError('a TIFF predictor');
  const bytesPerPixel = Math.ceil((number('Colors', 1) * number('BitsPerComponent', 8)) / 8);
  const width = Math.ceil((number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8);
  if (!(bytesPerPixel > 0 && width > 0)) throw new ObjectError('rows of no width');
  // What is left of a row some readers keep and others drop.
  if (bytes.length % (width + 1) !== 0) throw new ObjectError('a row that is cut short');
  const rows = bytes.length / (width + 1);
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) undoRow(bytes, out, row, width, bytesPerPixel);
  return out;
}

/** ISO/IEC 15948 §9.2. */
function undoRow(bytes: Uint8Array, out: Uint8Array, row: number, width: number, bytesPerPixel: number): void {
  const type = bytes[row * (width + 1)] ?? 0;
  for (let i = 0; i < width; i += 1) {
    const raw = bytes[row * (width + 1) + 1 + i] ?? 0;
    const at = row * width + i;
    const left = i >= bytesPerPixel ? (out[at - bytesPerPixel] ?? 0) : 0;
    const up = row > 0 ? (out[at - width] ?? 0) : 0;
    const upLeft = row > 0 && i >= bytesPerPixel ? (out[at - width - bytesPerPixel] ?? 0) : 0;
    out[at] = raw + predict(type, left, up, upLeft);
  }
}

function predict(type: number, left: number, up: number, upLeft: number): number {
  switch (type) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const estimate = left + up - upLeft;
      const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [
        number,
        number,
        number,
      ];
      if (toLeft <= toUp && toLeft <= toUpLeft) return left;
      return toUp <= toUpLeft ? up : upLeft;
    }
    default:
      throw new ObjectError('an unknown PNG predictor');
  }
}
