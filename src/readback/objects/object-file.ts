import { type CrossReference, readCrossReference } from './cross-reference.ts';
import { inflateStream } from './inflate.ts';
import {
  isReference,
  ObjectError,
  type PdfDictionary,
  type PdfObject,
  type PdfReference,
  type PdfStream,
} from './object.ts';
import { ObjectParser } from './parser.ts';
import { readIndirectObject } from './read-indirect-object.ts';

/**
 * The objects of a file, read on demand. A second reader beside pdf.js, for what pdf.js does not tell; it repairs
 * nothing, so a file that it cannot read is one whose structure is not vouched for.
 */
export class ObjectFile {
  readonly trailer: PdfDictionary;
  readonly crossReference: CrossReference;
  /** Offsets of the cross-reference sections, the newest first; a hybrid file's streams are part of their tables. */
  readonly sections: readonly number[];
  readonly bytes: Uint8Array;
  readonly #locations: CrossReference['locations'];
  readonly #objects = new Map<number, PdfObject>();
  /** By where the stream's bytes begin in the file. */
  readonly #contents = new Map<number, Uint8Array>();
  readonly #objectStreams = new Map<number, readonly NumberedObject[]>();
  /** Numbers being read just now; whoever needs itself to be read is broken. */
  readonly #open = new Set<number>();

  constructor(bytes: Uint8Array) {
    this.crossReference = readCrossReference(bytes);
    const { trailer, locations, sections } = this.crossReference;
    this.trailer = trailer;
    this.sections = sections;
    this.bytes = bytes;
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

  /** Where streams begin and end in the file, as far as they can be read. */
  listStreams(): readonly { readonly start: number; readonly end: number }[] {
    return [...this.#locations].flatMap(([number, location]) => {
      if (location?.kind !== 'offset') return [];
      try {
        const object = this.#load({ kind: 'reference', number, generation: location.generation });
        if (object === null || typeof object !== 'object' || object.kind !== 'stream') return [];
        const start = object.bytes.byteOffset - this.bytes.byteOffset;
        return [{ start, end: start + object.bytes.length }];
      } catch {
        return [];
      }
    });
  }

  /** Objects that nothing leads to from the trailer, but for numbers, nothing and empty dictionaries. */
  listUnreached(): readonly NumberedObject[] {
    const reached = new Set<number>();
    const waiting: PdfObject[] = [this.trailer];
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
      if (object === null || typeof object !== 'object') continue;
      if (object.kind === 'array') waiting.push(...object.items);
      else if (object.kind === 'dictionary') waiting.push(...object.entries.values());
      else if (object.kind === 'stream') waiting.push(...object.dictionary.entries.values());
      else if (object.kind === 'reference' && !reached.has(object.number)) {
        reached.add(object.number);
        waiting.push(this.#load(object));
      }
    }
    return [...this.#locations].flatMap(([number, location]) => {
      if (location === null || reached.has(number)) return [];
      const generation = location.kind === 'offset' ? location.generation : 0;
      const object = this.#load({ kind: 'reference', number, generation });
      return holdsSomething(object) ? [{ number, object }] : [];
    });
  }

  /** Numbers of the objects in an object stream, in their order there. */
  listPacked(stream: number): readonly number[] {
    return this.#loadObjectStream(stream).map(({ number }) => number);
  }

  /** A stream's content, inflated once however often it is asked for. See `inflateStream`. */
  content(stream: PdfStream): Uint8Array {
    const known = this.#contents.get(stream.bytes.byteOffset);
    if (known !== undefined) return known;
    const content = inflateStream(stream);
    this.#contents.set(stream.bytes.byteOffset, content);
    return content;
  }

  #load({ number, generation }: PdfReference): PdfObject {
    const location = this.#locations.get(number);
    if (location === undefined || location === null) return null;
    // Some readers find nothing by a reference of another generation, and some find this object.
    if (generation !== (location.kind === 'offset' ? location.generation : 0)) {
      throw new ObjectError(`object ${number} of generation ${generation}`);
    }
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    if (this.#open.has(number)) throw new ObjectError(`object ${number} needs itself`);
    this.#open.add(number);
    const object =
      location.kind === 'stream'
        ? this.#loadFromStream(location.stream, location.index, number)
        : this.#loadAt(location.offset, number, generation);
    this.#open.delete(number);
    if (isReference(object)) throw new ObjectError(`object ${number} is but a reference`);
    this.#objects.set(number, object);
    return object;
  }

  #loadAt(offset: number, number: number, generation: number): PdfObject {
    const found = readIndirectObject(this.bytes, offset, (length) => this.#load(length));
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
    const content = this.content(stream);
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

function holdsSomething(object: PdfObject): boolean {
  if (object === null || typeof object !== 'object') return false;
  return object.kind !== 'dictionary' || object.entries.size > 0;
}

export interface NumberedObject {
  readonly number: number;
  readonly object: PdfObject;
}
