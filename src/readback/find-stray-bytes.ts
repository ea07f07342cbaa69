import type { ObjectFile } from './objects/object-file.ts';
import { readIndirectObject } from './objects/read-indirect-object.ts';

/** What may stand ahead of the first object: the version, and comments that tell a file from text or name a program. */
const HEAD =
  /^%PDF-\d\.\d\s+(?:%[\x80-\xff]{1,8}\s+|%QDF-\d\.\d\s+|% Written by MuPDF [\d.]+\s+)*(?:%% Original object ID: \d+ \d+\s+)?$/;

/** What may stand between objects, and behind them: room, where the cross-reference is, and notes that qpdf writes. */
const BETWEEN =
  /\s+|startxref\s+\d+\s+%%EOF|%% (?:Original object ID: \d+ \d+|Contents for page \d+|Page \d+)(?=[\r\n])|%QDF: ignore_newline(?=[\r\n])/y;

/**
 * How many bytes of a file belong to no object that its cross-reference knows, nor to the cross-reference itself: an object
 * that only a program finds which mends files, an older object of the same number, a message between two others. Zero for
 * files of ours, and for those that qpdf and mutool save.
 */
export function countStrayBytes(file: ObjectFile): number {
  const { bytes } = file;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [stray, at] = [0, 0];
  const judge = (until: number) => {
    if (until <= at) return;
    const gap = buffer.toString('latin1', at, until);
    if (!(at === 0 ? HEAD.test(gap) : isBetween(gap))) stray += until - at;
  };
  for (const { start, end } of listKnown(file)) {
    judge(start);
    at = Math.max(at, end);
  }
  judge(buffer.length);
  return stray;
}

/** Piece by piece, so that no gap however long takes more than one look. */
function isBetween(gap: string): boolean {
  BETWEEN.lastIndex = 0;
  for (let end = 0; end < gap.length; end = BETWEEN.lastIndex) {
    if (!BETWEEN.test(gap)) return false;
  }
  return true;
}

const END_OF_OBJECT = /^\s*endobj/;

/** Longer than `endobj` with all the room that programs leave ahead of it. */
const LONGEST_END = 32;

/** Objects and sections of the cross-reference in the order of the file. */
function listKnown(file: ObjectFile): readonly { readonly start: number; readonly end: number }[] {
  const { bytes, crossReference } = file;
  const objects = [...crossReference.locations.values()].flatMap((location) => {
    if (location?.kind !== 'offset') return [];
    const { end } = readIndirectObject(bytes, location.offset, (length) => file.resolve(length));
    const rest = Buffer.from(bytes.subarray(end, end + LONGEST_END)).toString('latin1');
    return [{ start: location.offset, end: end + (END_OF_OBJECT.exec(rest)?.[0].length ?? 0) }];
  });
  const sections = [...crossReference.sectionEnds].map(([start, end]) => ({ start, end }));
  return [...objects, ...sections].sort((a, b) => a.start - b.start);
}
