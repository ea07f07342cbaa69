import { type CrossReference, readCrossReference } from './cross-reference.ts';
import { inflateStream } from './inflate.ts';
import { ObjectError, type PdfDictionary, type PdfObject, type PdfReference } from './object.ts';
import { ObjectParser } from './parser.ts';
import { readIndirectObject } from './read-indirect-object.ts';

/**
 * The objects of a file, read on demand. A second reader beside pdf.js, for what pdf.js does not tell; it repairs
 * nothing, so a file that it cannot read is one whose structure is not vouched for.
 */
export class ObjectFile {
  readonly trailer: PdfDictionary;
  readonly #bytes: Uint8Array;
  readonly #locations: CrossReference['locations'];
  readonly #objects = new Map<number, PdfObject>();
  readonly #objectStreams = new Map<number, readonly NumberedObject[]>();
  /** Numbers being read just now; whoever needs itself to be read is broken. */
  readonly #open = new Set<number>();

  constructor(bytes: Uint8Array) {
    const { trailer, locations } = readCrossReference(bytes);
    this.trailer = trailer;
    this.#bytes = bytes;
    this.#locations = locations;
  }

  /** What a reference leads to, and anything else as it is. An object that does not exist is null (§7.3.10). */
  resolve(object: PdfObject): PdfObject {
    return isReference(object) ? this.#load(object) : object;
  }

  dictionary(object: PdfObject | undefined): PdfDictionary | null {
    const resolved = this.resolve(object ?? null);
    return resolved !== null && typeof resolved === 'object' && resolved.kind === 'dictionary' ? resolved : null;
  }

  /** Items of an array, or the one object that stands in its place, a reference as such; none for null. */
  list(object: PdfObject | undefined): readonly PdfObject[] {
    const resolved = this.resolve(object ?? null);
    if (object === undefined || resolved === null) return [];
    return typeof resolved === 'object' && resolved.kind === 'array' ? resolved.items : [object];
  }

  #load({ number, generation }: PdfReference): PdfObject {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const location = this.#locations.get(number);
    if (location === undefined || location === null) return null;
    if (this.#open.has(number)) throw new ObjectError(`object ${number} needs itself`);
    this.#open.add(number);
    const object =
      location.kind === 'stream'
        ? this.#loadFromStream(location.stream, location.index, number)
        : this.#loadAt(location.offset, number, generation);
    this.#open.delete(number);
    this.#objects.set(number, object);
    return object;
  }

  #loadAt(offset: number, number: number, generation: number): PdfObject {
    const found = readIndirectObject(this.#bytes, offset, (length) => this.#load(length));
    if (found.number !== number || found.generation !== generation) {
      throw new ObjectError(`object ${found.number} stands where ${number} should`);
    }
    return found.object;
  }

  #loadFromStream(stream: number, index: number, number: number): PdfObject {
    const found = this.#loadObjectStream(stream)[index];
    if (found?.number !== number)
      throw new ObjectError(`object ${number} is not in stream ${stream} where it should be`);
    return found.object;
  }

  /** §7.5.7: pairs of number and offset, then the objects. */
  #loadObjectStream(number: number): readonly NumberedObject[] {
    const known = this.#objectStreams.get(number);
    if (known !== undefined) return known;
    const stream = this.#load({ kind: 'reference', number, generation: 0 });
    if (stream === null || typeof stream !== 'object' || stream.kind !== 'stream') {
      throw new ObjectError(`object stream ${number} is none`);
    }
    const content = inflateStream(stream);
    const [count, first] = ['N', 'First'].map((key) => this.resolve(stream.dictionary.entries.get(key) ?? null));
    if (typeof count !== 'number' || typeof first !== 'number') throw new ObjectError('a broken object stream');
    const heads = new ObjectParser(content);
    const objects: NumberedObject[] = [];
    for (let i = 0; i < count; i += 1) {
      const own = heads.readInteger();
      objects.push({ number: own, object: new ObjectParser(content, first + heads.readInteger()).readObject() });
    }
    this.#objectStreams.set(number, objects);
    return objects;
  }
}

interface NumberedObject {
  readonly number: number;
  readonly object: PdfObject;
}

export function isReference(object: PdfObject | undefined): object is PdfReference {
  return object !== null && typeof object === 'object' && object.kind === 'reference';
}
