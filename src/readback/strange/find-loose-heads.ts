import type { ObjectFile } from '../objects/object-file.ts';

/** Where an object begins, for programs that mend files: they look for it line by line, within whatever stands there. */
const HEAD = /\d[\s\0]+\d+[\s\0]+obj(?![A-Za-z0-9])/g;
const OWN_HEAD = /\d+\s+\d+\s+obj(?![A-Za-z0-9])/y;
const TRAILER = /trailer[\s\0]*<</g;

/** Longer than any head that programs write. */
const LONGEST_HEAD = 40;

/** Enough to say what is wrong; a file may have millions. */
const MOST_TOLD = 20;

/**
 * Objects and trailers that begin where the cross-reference knows of none, in a string or a stream: programs that find a
 * reason to mend a file take the last object of a number that they come across, wherever that is.
 */
export function findLooseHeads(file: ObjectFile): readonly string[] {
  const { bytes, crossReference } = file;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const known = new Set<number>();
  const odd: string[] = [];
  for (const offset of [...listOffsets(file), ...crossReference.sectionEnds.keys()]) {
    if (text.startsWith('xref', offset)) continue;
    OWN_HEAD.lastIndex = 0;
    if (OWN_HEAD.test(text.slice(offset, offset + LONGEST_HEAD))) known.add(offset + OWN_HEAD.lastIndex);
    else odd.push(`an object at byte ${offset} that begins otherwise`);
  }
  for (const match of text.matchAll(HEAD)) {
    if (odd.length >= MOST_TOLD) return odd;
    const end = match.index + match[0].length;
    if (!known.has(end)) odd.push(`an object at byte ${match.index} within another`);
  }
  for (const { index } of text.matchAll(TRAILER)) {
    if (odd.length >= MOST_TOLD) return odd;
    const isKnown = [...crossReference.sectionEnds].some(([start, end]) => start <= index && index < end);
    if (!isKnown) odd.push(`a trailer at byte ${index} within an object`);
  }
  return odd;
}

function listOffsets({ crossReference }: ObjectFile): readonly number[] {
  return [...crossReference.locations.values()].flatMap((place) => (place?.kind === 'offset' ? [place.offset] : []));
}
