import { nameOf, type PdfObject } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';
import { readIndirectObject } from '../objects/read-indirect-object.ts';
import { demand } from './outside-profile.ts';

/** Ahead of the first object: the version, and four bytes that tell a file from text. */
const HEADER = /^%PDF-1\.7\n%[\x80-\xff]{4}\n$/;
const HEADER_BYTES = 15;

/** What stands behind the last object, with a cross-reference stream and with a table (ISO 32000-1 §7.5.4–7.5.5). */
const END_AFTER_STREAM = /^startxref\n\d{1,10}\n%%EOF\n$/;
const END_WITH_TABLE = /^xref\n0 \d{1,7}\n(?:\d{10} \d{5} [nf] \n)+trailer\n<<[^%]*>>\nstartxref\n\d{1,10}\n%%EOF\n$/;

const END_OF_OBJECT = Buffer.from('\nendobj\n', 'latin1');

const TRAILER_KEYS: ReadonlySet<string> = new Set(['Size', 'Root', 'Info', 'ID']);
const STREAM_KEYS: ReadonlySet<string> = new Set(['Type', 'W', 'Filter', 'Length']);

/** Longer than the longest end of a file with a cross-reference stream. */
const LONGEST_END = 40;

/** More than an honest document of 20 MB holds. */
const MOST_INFLATED = 128 * 1024 * 1024;

/**
 * Demands that a file is, from its first byte to its last, one header, objects that the cross-reference section knows at
 * just these places, and one end. So nothing is hidden between them, appended, or known to one reader and not to another.
 * Every compressed stream is inflated on the way, whether or not anything looks at it: its checksum covers its bytes.
 */
export function checkLayout(bytes: Uint8Array, objects: ObjectFile): void {
  const { locations, trailer } = objects.crossReference;
  const isStream = nameOf(trailer.entries.get('Type')) === 'XRef';
  for (const key of trailer.entries.keys()) {
    demand(TRAILER_KEYS.has(key) || (isStream && STREAM_KEYS.has(key)), `/${key} in the trailer`);
  }
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  demand(HEADER.test(file.toString('latin1', 0, HEADER_BYTES)), 'another header');
  const seen = new Set<number>();
  let at = HEADER_BYTES;
  let left = MOST_INFLATED;
  while (!isEnd(file, at)) {
    const { number, generation, object, end } = readIndirectObject(bytes, at, () => null);
    const known = locations.get(number) ?? null;
    demand(
      known?.kind === 'offset' &&
        known.offset === at &&
        generation === 0 &&
        known.generation === 0 &&
        !seen.has(number),
      `object ${number} at an unknown place`,
    );
    demand(file.subarray(end, end + END_OF_OBJECT.length).equals(END_OF_OBJECT), `object ${number} without an end`);
    seen.add(number);
    left -= measureStream(objects, object);
    demand(left > 0, 'more content than any honest file has');
    at = end + END_OF_OBJECT.length;
  }
  for (const [number, place] of locations) {
    demand(place?.kind !== 'offset' || seen.has(number), `object ${number} at no place`);
  }
  const isShort = file.length - at <= LONGEST_END;
  const ending = isStream && !isShort ? '' : file.toString('latin1', at);
  demand((isStream ? END_AFTER_STREAM : END_WITH_TABLE).test(ending), 'another end');
}

function isEnd(file: Buffer, at: number): boolean {
  const [x, s] = [0x78, 0x73];
  demand(at < file.length, 'no end');
  return file[at] === x || file[at] === s;
}

/** How many bytes a stream inflates to; none for other objects. */
function measureStream(objects: ObjectFile, object: PdfObject): number {
  if (object === null || typeof object !== 'object' || object.kind !== 'stream') return 0;
  const filter = object.dictionary.entries.get('Filter');
  if (filter === undefined || nameOf(filter) === 'DCTDecode') return 0;
  return objects.content(object).length;
}
