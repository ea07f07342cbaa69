import { isDictionary, isStream, nameOf, type PdfObject, type PdfStream } from '../objects/object.ts';
import type { NumberedObject, ObjectFile } from '../objects/object-file.ts';

/** What an object stream may say of itself (ISO 32000-1 §7.5.7), and the hints of a linearized file (Annex F.4). */
const PACKING: ReadonlySet<string> = new Set(['Length', 'Filter', 'DecodeParms']);
const OBJECT_STREAM: ReadonlySet<string> = new Set(['Type', 'N', 'First', ...PACKING]);
const HINTS: ReadonlySet<string> = new Set([...'SPOTAEVICLRB', ...PACKING]);

/** Annex F.3.3, with nothing in it but numbers: some readers look for a cross-reference section right behind it. */
const LINEARIZED = /\d{1,10} 0 obj\s{1,4}<<(?:\/[LHOENTP](?:inearized)?|[\s\d.[\]]){1,1000}>>\s{1,4}endobj/y;

/** Longer than any that programs write. */
const LONGEST_LINEARIZED = 1024;

/**
 * Objects that nothing leads to: those that only tell where others are have to be just that, and any other is told. An
 * object stream that holds an object which the cross-reference has elsewhere, or a hint that holds a page, is shown by
 * programs that mend files or take the nearest of two.
 */
export function findOddDirectories(file: ObjectFile): readonly string[] {
  const unreached = file.listUnreached();
  const linearized = unreached.find(({ object }) => isDictionary(object) && object.entries.has('Linearized'));
  const hints = linearized === undefined ? [] : listHints(linearized.object);
  const containers = listContainers(file);
  const isKnown = (one: NumberedObject) => {
    if (one === linearized) return isLinearization(file, one);
    const type = entryName(one.object, 'Type');
    // Looked into below, where it holds anything.
    if (type === 'ObjStm') return containers.has(one.number);
    const offset = offsetOf(file, one.number);
    if (type === 'XRef') return offset !== null && file.crossReference.sectionEnds.has(offset);
    return isStream(one.object) && offset !== null && hints.includes(offset) && isHint(one.object);
  };
  return [
    ...unreached.filter((one) => !isKnown(one)).map(({ number }) => `object ${number}, which nothing refers to`),
    ...[...containers].flatMap((number) => findOddContainer(file, number)),
  ];
}

function listContainers({ crossReference }: ObjectFile): ReadonlySet<number> {
  const containers = new Set<number>();
  for (const place of crossReference.locations.values()) if (place?.kind === 'stream') containers.add(place.stream);
  return containers;
}

function findOddContainer(file: ObjectFile, number: number): readonly string[] {
  const stream = file.resolve({ kind: 'reference', number, generation: 0 });
  const { locations } = file.crossReference;
  const odd = file.listPacked(number).filter((packed, index) => {
    const place = locations.get(packed);
    return place?.kind !== 'stream' || place.stream !== number || place.index !== index;
  });
  return [
    ...(isStream(stream) && [...stream.dictionary.entries.keys()].every((key) => OBJECT_STREAM.has(key))
      ? []
      : [`object stream ${number} with other entries`]),
    ...odd.map((packed) => `another object ${packed} in object stream ${number}`),
  ];
}

function isLinearization(file: ObjectFile, { number, object }: NumberedObject): boolean {
  const offset = offsetOf(file, number);
  if (offset === null || !isDictionary(object) || object.entries.get('L') !== file.bytes.length) return false;
  LINEARIZED.lastIndex = 0;
  return LINEARIZED.test(Buffer.from(file.bytes.subarray(offset, offset + LONGEST_LINEARIZED)).toString('latin1'));
}

/** Pairs of place and length. */
function listHints(linearized: PdfObject): readonly PdfObject[] {
  const hints = isDictionary(linearized) ? linearized.entries.get('H') : undefined;
  if (hints === undefined || hints === null || typeof hints !== 'object' || hints.kind !== 'array') return [];
  return hints.items.filter((_, index) => index % 2 === 0);
}

function isHint({ dictionary }: PdfStream): boolean {
  return [...dictionary.entries].every(
    ([key, value]) => HINTS.has(key) && (PACKING.has(key) || typeof value === 'number'),
  );
}

function offsetOf({ crossReference }: ObjectFile, number: number): number | null {
  const place = crossReference.locations.get(number);
  return place?.kind === 'offset' ? place.offset : null;
}

function entryName(object: PdfObject, key: string): string | null {
  return isStream(object) ? nameOf(object.dictionary.entries.get(key)) : null;
}
