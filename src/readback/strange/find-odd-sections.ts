import { inflateStream } from '../objects/inflate.ts';
import { isReference, type PdfDictionary, type PdfObject } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import { readIndirectObject } from '../objects/read-indirect-object.ts';

/** As ISO 32000-1 §7.5.4 has a table, to the byte; readers that find it written otherwise put the file together anew. */
const TABLE = /xref\s{1,4}/y;
const SUBSECTION = /(\d{1,10}) (\d{1,10})\s{1,4}/y;
const ROW = /\d{10} \d{5} [nf](?: \r| \n|\r\n)/y;
const TRAILER = /\s{0,4}trailer\s{0,4}<</y;

/** Two strings that tell one version of a file from another; programs write sixteen bytes each. */
const LONGEST_ID = 64;

/**
 * What is odd about where a file says that its objects are. Whatever stands there is asked before anything else, and by
 * each reader in its own way: a table of another form, or a trailer that names another catalogue, is read as one file by
 * some and put together as another by others.
 */
export function findOddSections(file: ObjectFile): readonly string[] {
  const { trailers, trailer, locations, sectionEnds } = file.crossReference;
  const highest = [...locations.keys()].reduce((most, number) => Math.max(most, number), 0);
  const size = trailer.entries.get('Size');
  return [
    ...[...sectionEnds.keys()].filter((start) => !isPlain(file, start)).map((at) => `a table of objects at byte ${at}`),
    ...(size === highest + 1 ? [] : ['another number of objects in the trailer']),
    ...trailers.flatMap((one) => findOddEntries(one, trailer)),
  ];
}

function isPlain(file: ObjectFile, start: number): boolean {
  const buffer = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const text = buffer.toString('latin1', start, file.crossReference.sectionEnds.get(start));
  return text.startsWith('xref') ? isPlainTable(text) : /^\d/.test(text) && isPlainStream(file.bytes, start);
}

function isPlainTable(text: string): boolean {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  if (take(TABLE) === null) return false;
  for (let head = take(SUBSECTION); head !== null; head = take(SUBSECTION)) {
    for (let row = Number(head[2]); row > 0; row -= 1) if (take(ROW) === null) return false;
  }
  return take(TRAILER) !== null;
}

/** Places for just the numbers that it names, each of a kind that is known (§7.5.8.3). */
function isPlainStream(bytes: Uint8Array, start: number): boolean {
  const { object } = readIndirectObject(bytes, start, () => null);
  if (object === null || typeof object !== 'object' || object.kind !== 'stream') return false;
  const { entries } = object.dictionary;
  const widths = numbersOf(entries.get('W'));
  const width = widths.reduce((sum, one) => sum + one, 0);
  const index = entries.has('Index') ? numbersOf(entries.get('Index')) : [0, Number(entries.get('Size'))];
  const count = index.reduce((sum, one, at) => (at % 2 === 1 ? sum + one : sum), 0);
  const content = inflateStream(object);
  if (widths.length !== 3 || index.length % 2 !== 0 || content.length !== width * count) return false;
  const kind = (row: number) => content.subarray(row * width, row * width + (widths[0] ?? 0)).at(-1) ?? 1;
  return Array.from({ length: count }, (_, row) => kind(row)).every((type) => type <= 2);
}

function numbersOf(object: PdfObject | undefined): readonly number[] {
  if (object === undefined || object === null || typeof object !== 'object' || object.kind !== 'array') return [];
  return object.items.map((item) => (typeof item === 'number' ? item : Number.NaN));
}

/** Entries that are something else than plain numbers, references and strings, or other objects than the newest names. */
function findOddEntries({ entries }: PdfDictionary, newest: PdfDictionary): readonly string[] {
  return [...entries].flatMap(([key, value]) => {
    const isAsItShould =
      key === 'Root' || key === 'Info'
        ? isSame(value, newest.entries.get(key))
        : key === 'ID'
          ? isId(value)
          : key === 'Size' || key === 'Prev' || key === 'Length'
            ? typeof value === 'number'
            : true;
    return isAsItShould ? [] : [`/${key} of another form in a trailer`];
  });
}

function isSame(one: PdfObject, other: PdfObject | undefined): boolean {
  return isReference(one) && isReference(other) && one.number === other.number && one.generation === other.generation;
}

function isId(object: PdfObject): boolean {
  if (object === null || typeof object !== 'object' || object.kind !== 'array' || object.items.length !== 2)
    return false;
  return object.items.every(
    (item) => item !== null && typeof item === 'object' && item.kind === 'string' && item.bytes.length <= LONGEST_ID,
  );
}
