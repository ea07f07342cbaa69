import { createHash } from 'node:crypto';
import {
  isReference,
  ObjectError,
  type PdfDictionary,
  type PdfObject,
  type PdfStream,
  toText,
} from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import { describePacket } from './describe-packet.ts';
import { isSavedBy } from './saved-by.ts';

/** What a program that saves a file again may write otherwise: how streams are packed, and its own name and day. */
const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms', 'DL']);
const SAVED_BY: ReadonlySet<string> = new Set(['Producer', 'ModDate']);

/** So far references are followed from each object: beyond it, what differs is found from another object. */
const ROUNDS = 4;

/** More than any honest document has. */
const MOST_OBJECTS = 500_000;

/** An object as it can be held against another file's, whatever numbers the two go by. */
export interface DescribedObject {
  /** Equal for objects that hold the same, and lead to objects that hold the same. */
  readonly mark: string;
  /** What it holds itself, for people. */
  readonly text: string;
}

/**
 * All that can be reached from the catalogue and the information, by what it holds: names, numbers, strings, streams
 * unpacked. Equal objects count once, for programs make one of them. Throws where the objects cannot be read by the letter.
 */
export function describeObjects(file: ObjectFile): readonly DescribedObject[] {
  const nodes = new Map<number, PdfObject>();
  const waiting: PdfObject[] = [];
  const info = file.dictionary(file.trailer.entries.get('Info'));
  const root = file.dictionary(file.trailer.entries.get('Root'));
  if (root === null) throw new ObjectError('no catalogue');
  waiting.push(root, ...(info === null ? [] : [withoutMakers(file, info)]));
  const roots = [...waiting];
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (isReference(object)) {
      if (nodes.has(object.number)) continue;
      if (nodes.size > MOST_OBJECTS) throw new ObjectError('more objects than any honest file has');
      const resolved = file.resolve(object);
      nodes.set(object.number, resolved);
      waiting.push(resolved);
    } else {
      waiting.push(...partsOf(object));
    }
  }
  return mark(file, nodes, roots);
}

function withoutMakers(file: ObjectFile, { entries }: PdfDictionary): PdfDictionary {
  const isOfMaker = ([key, value]: readonly [string, PdfObject]) => {
    const text = file.resolve(value);
    return SAVED_BY.has(key) && text !== null && typeof text === 'object' && text.kind === 'string'
      ? isSavedBy(toText(text))
      : false;
  };
  return { kind: 'dictionary', entries: new Map([...entries].filter((entry) => !isOfMaker(entry))) };
}

function partsOf(object: PdfObject): readonly PdfObject[] {
  if (object === null || typeof object !== 'object') return [];
  if (object.kind === 'array') return object.items;
  if (object.kind === 'dictionary') return [...object.entries.values()];
  if (object.kind === 'stream') return packedApart(object.dictionary).map(([, value]) => value);
  return [];
}

function packedApart({ entries }: PdfDictionary): (readonly [string, PdfObject])[] {
  return [...entries].filter(([key]) => !PACKING.has(key));
}

/** Round by round, each object's mark takes in the marks of the objects it leads to. */
function mark(
  file: ObjectFile,
  nodes: ReadonlyMap<number, PdfObject>,
  roots: readonly PdfObject[],
): readonly DescribedObject[] {
  const contents = new Map<PdfStream, string>();
  const contentOf = (stream: PdfStream) => {
    const known = contents.get(stream) ?? digestStream(file, stream);
    contents.set(stream, known);
    return known;
  };
  let marks = new Map<number, string>();
  const write = (object: PdfObject) => writeObject(object, { file, marks, contentOf });
  const texts = new Map([...nodes].map(([number, object]) => [number, write(object)]));
  const rootTexts = roots.map(write);
  let rootMarks = rootTexts;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Map([...nodes].map(([number, object]) => [number, digest(write(object))]));
    marks = next;
    rootMarks = roots.map(write);
  }
  const objects = [...nodes].flatMap(([number, object]) =>
    isComposite(object) ? [{ mark: marks.get(number) ?? '', text: texts.get(number) ?? '' }] : [],
  );
  return [...objects, ...rootTexts.map((text, index) => ({ mark: digest(rootMarks[index] ?? ''), text }))];
}

interface Writing {
  readonly file: ObjectFile;
  readonly marks: ReadonlyMap<number, string>;
  readonly contentOf: (stream: PdfStream) => string;
}

/** An object in one form, wherever its parts stand: entries by name, numbers to what single precision keeps of them. */
function writeObject(object: PdfObject, writing: Writing): string {
  if (object === null || typeof object === 'boolean') return String(object);
  if (typeof object === 'number') return String(Number(object.toPrecision(DIGITS)));
  switch (object.kind) {
    case 'name':
      return writeName(object.name);
    case 'string':
      return JSON.stringify(Buffer.from(object.bytes).toString('latin1'));
    case 'array':
      return `[${object.items.map((item) => writeObject(item, writing)).join(' ')}]`;
    case 'dictionary':
      return writeEntries([...object.entries], writing);
    case 'stream':
      return `${writeEntries(packedApart(object.dictionary), writing)} ${writing.contentOf(object)}`;
    case 'reference': {
      const resolved = writing.file.resolve(object);
      return isComposite(resolved) ? `@${writing.marks.get(object.number) ?? ''}` : writeObject(resolved, writing);
    }
  }
}

const DIGITS = 6;

/** With all that ends a name in numbers, so that no name reads like two. */
function writeName(name: string): string {
  return `/${name.replace(/[^!-~]|[#/%()<>[\]{}"@]/g, (sign) => `#${sign.charCodeAt(0).toString(16)}`)}`;
}

function isComposite(object: PdfObject): boolean {
  return object !== null && typeof object === 'object' && ['array', 'dictionary', 'stream'].includes(object.kind);
}

function writeEntries(entries: readonly (readonly [string, PdfObject])[], writing: Writing): string {
  const written = entries
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${writeName(key)} ${writeObject(value, writing)}`);
  return `<<${written.toSorted().join(' ')}>>`;
}

function digestStream(file: ObjectFile, stream: PdfStream): string {
  const type = stream.dictionary.entries.get('Type') ?? null;
  const isPacket = type !== null && typeof type === 'object' && type.kind === 'name' && type.name === 'Metadata';
  try {
    const content = file.content(stream);
    if (isPacket) return `stream ${digest(describePacket(content))}`;
    return `stream ${digest(packedApart(stream.dictionary).length === 0 ? respace(content) : content)}`;
  } catch {
    // Of another filter, such as a photograph's; it stays as it is when a file is saved again.
    const packing = [...stream.dictionary.entries].filter(([key]) => key !== 'Length' && PACKING.has(key));
    return `packed ${digest(stream.bytes)} ${JSON.stringify(packing)}`;
  }
}

/** Operators, such as those of a page: programs write them line by line or not, and hexadecimal digits large or small. */
function respace(content: Uint8Array): string {
  const text = Buffer.from(content)
    .toString('latin1')
    .replace(/[\0\t\n\f\r ]+/g, ' ')
    .replace(/^ | $/g, '');
  return text.replace(/<[0-9a-f]+>/gi, (hex) => hex.toUpperCase());
}

function digest(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url');
}
