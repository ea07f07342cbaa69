import { inflateStream } from './inflate.ts';
import { ObjectError, type PdfDictionary } from './object.ts';
import { ObjectParser } from './parser.ts';
import { readIndirectObject } from './read-indirect-object.ts';

/** Where an object stands: at an offset of the file, or in an object stream. */
export type Location =
  | { readonly kind: 'offset'; readonly offset: number; readonly generation: number }
  | { readonly kind: 'stream'; readonly stream: number; readonly index: number };

export interface CrossReference {
  /** By object number; null for numbers that are free. */
  readonly locations: ReadonlyMap<number, Location | null>;
  /** Of the newest section. */
  readonly trailer: PdfDictionary;
  /** Offsets of the sections, the newest first, without the streams that belong to tables of hybrid files. */
  readonly sections: readonly number[];
  /** Where each section ends, by where it begins; those of hybrid files included. */
  readonly sectionEnds: ReadonlyMap<number, number>;
  /** What each section says beside its places, the newest first. */
  readonly trailers: readonly PdfDictionary[];
}

/** More sections than a file that was updated over and over. */
const MAX_SECTIONS = 64;

/** Six bytes number every byte of any file. */
const MAX_FIELD_WIDTH = 6;

/** Follows the cross-reference sections from the newest to the oldest (§7.5.4, §7.5.8); newer entries win. */
export function readCrossReference(bytes: Uint8Array): CrossReference {
  const locations = new Map<number, Location | null>();
  const trailers: PdfDictionary[] = [];
  const waiting = [findStart(bytes)];
  const seen = new Set<number>();
  const hybrid = new Set<number>();
  const sectionEnds = new Map<number, number>();
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size >= MAX_SECTIONS) throw new ObjectError('cross-reference sections go in a circle');
    seen.add(offset);
    const { section, end } = readSection(bytes, offset, locations);
    sectionEnds.set(offset, end);
    trailers.push(section);
    // Of a hybrid file the stream comes before what the table points back to (§7.5.8.4).
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.entries.get(key);
      if (typeof next !== 'number') continue;
      waiting.push(next);
      if (key === 'XRefStm') hybrid.add(next);
    }
  }
  const [trailer] = trailers;
  if (trailer === undefined) throw new ObjectError('no trailer');
  const sections = [...seen].filter((offset) => !hybrid.has(offset));
  return { locations, trailer, sections, sectionEnds, trailers };
}

function findStart(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = tail.lastIndexOf('startxref');
  if (at < 0) throw new ObjectError('no startxref');
  return new ObjectParser(bytes, at + 'startxref'.length).readInteger();
}

interface Section {
  readonly section: PdfDictionary;
  readonly end: number;
}

function readSection(bytes: Uint8Array, offset: number, locations: Map<number, Location | null>): Section {
  const parser = new ObjectParser(bytes, offset);
  return parser.takeKeyword('xref') ? readTable(parser, locations) : readStream(bytes, offset, locations);
}

function readTable(parser: ObjectParser, locations: Map<number, Location | null>): Section {
  while (!parser.takeKeyword('trailer')) {
    const first = parser.readInteger();
    const count = parser.readInteger();
    for (let number = first; number < first + count; number += 1) {
      const offset = parser.readInteger();
      const generation = parser.readInteger();
      const used = parser.takeKeyword('n');
      if (!used && !parser.takeKeyword('f')) throw new ObjectError('a broken cross-reference entry');
      if (!locations.has(number)) locations.set(number, used ? { kind: 'offset', offset, generation } : null);
    }
  }
  const trailer = parser.readObject();
  if (trailer === null || typeof trailer !== 'object' || trailer.kind !== 'dictionary') {
    throw new ObjectError('no trailer dictionary');
  }
  return { section: trailer, end: parser.position };
}

function readStream(bytes: Uint8Array, offset: number, locations: Map<number, Location | null>): Section {
  const { object: stream, end } = readIndirectObject(bytes, offset, () => null);
  if (stream === null || typeof stream !== 'object' || stream.kind !== 'stream') {
    throw new ObjectError('no cross-reference section where one should be');
  }
  const { dictionary } = stream;
  const widths = numbersOf(dictionary, 'W');
  if (!widths.some((width) => width > 0) || widths.some((width) => width > MAX_FIELD_WIDTH)) {
    throw new ObjectError('a cross-reference stream with impossible fields');
  }
  const size = dictionary.entries.get('Size');
  const index = dictionary.entries.has('Index')
    ? numbersOf(dictionary, 'Index')
    : [0, typeof size === 'number' ? size : 0];
  const content = inflateStream(stream);
  let at = 0;
  const field = (which: number, otherwise: number) => {
    const width = widths[which] ?? 0;
    let value = width === 0 ? otherwise : 0;
    for (let i = 0; i < width; i += 1) value = value * 256 + (content[at + i] ?? 0);
    at += width;
    return value;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0;
    for (let number = first; number < first + (index[pair + 1] ?? 0) && at < content.length; number += 1) {
      const [type, second, third] = [field(0, 1), field(1, 0), field(2, 0)];
      if (!locations.has(number)) locations.set(number, toLocation(type, second, third));
    }
  }
  return { section: dictionary, end: takeEnd(bytes, end) };
}

function takeEnd(bytes: Uint8Array, end: number): number {
  const parser = new ObjectParser(bytes, end);
  return parser.takeKeyword('endobj') ? parser.position : end;
}

function toLocation(type: number, second: number, third: number): Location | null {
  if (type === 1) return { kind: 'offset', offset: second, generation: third };
  return type === 2 ? { kind: 'stream', stream: second, index: third } : null;
}

function numbersOf(dictionary: PdfDictionary, key: string): number[] {
  const array = dictionary.entries.get(key) ?? null;
  if (array === null || typeof array !== 'object' || array.kind !== 'array') throw new ObjectError(`no /${key}`);
  return array.items.map((item) => {
    if (typeof item !== 'number' || item < 0) throw new ObjectError(`/${key} holds something else than numbers`);
    return item;
  });
}
