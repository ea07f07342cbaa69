import type { ObjectFile } from '../objects/object-file.ts';
import { ObjectParser } from '../objects/parser.ts';
import { type IndirectObject, readIndirectObject } from '../objects/read-indirect-object.ts';

/** What may stand ahead of the first object: the version, and comments that tell a file from text or name a program. */
const HEAD =
  /^%PDF-\d\.\d\s+(?:%[\x80-\xff]{1,8}\s+|%QDF-\d\.\d\s+|% Written by MuPDF [\d.]+\s+)*(?:%% Original object ID: \d+ \d+\s+)?$/;

/**
 * What may stand between objects, and behind them: room, where the cross-reference is, and notes that qpdf writes. Some
 * readers look for where the cross-reference is among the last bytes only, so there is no room between its words.
 */
const BETWEEN =
  /\s+|startxref\s{1,4}\d{1,10}\s{1,4}%%EOF|%% (?:Original object ID: \d+ \d+|Contents for page \d+|Page \d+)(?=[\r\n])|%QDF: ignore_newline(?=[\r\n])/y;

/**
 * How many bytes of a file belong to no object that its cross-reference knows, nor to the cross-reference itself: an object
 * that only a program finds which mends files, an older object of the same number, a message between two others or in a
 * comment within one. An object within another counts whole. Zero for files of ours, and for those that qpdf and mutool save.
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
  for (const { start, end, comments } of listKnown(file)) {
    judge(start);
    stray += comments + (start < at ? end - start : 0);
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

interface Known {
  readonly start: number;
  readonly end: number;
  /** Bytes that say nothing to whoever reads objects. */
  readonly comments: number;
}

/** Objects and sections of the cross-reference in the order of the file; one that is both stands there once. */
function listKnown(file: ObjectFile): readonly Known[] {
  const { bytes, crossReference } = file;
  const sections = [...crossReference.sectionEnds].map(([start, end]) => {
    const isTable = bytes[start] === TABLE;
    const found = isTable ? { object: null, end } : readIndirectObject(bytes, start, () => null);
    return { start, end, comments: countComments(bytes, start, found) };
  });
  const objects = [...crossReference.locations.values()].flatMap((location) => {
    if (location?.kind !== 'offset' || crossReference.sectionEnds.has(location.offset)) return [];
    const found = readIndirectObject(bytes, location.offset, (length) => file.resolve(length));
    const rest = Buffer.from(bytes.subarray(found.end, found.end + LONGEST_END)).toString('latin1');
    return [
      {
        start: location.offset,
        end: found.end + (END_OF_OBJECT.exec(rest)?.[0].length ?? 0),
        comments: countComments(bytes, location.offset, found),
      },
    ];
  });
  return [...objects, ...sections].sort((a, b) => a.start - b.start);
}

const PERCENT = 0x25;

/** The first letter of `xref`; streams begin with a number. */
const TABLE = 0x78;

/** Between the word `stream` and the bytes, a line end and nothing else; behind them, a note that qpdf writes. */
const BEFORE_STREAM = /stream\r?\n$/;
const AFTER_STREAM = /^\s*(?:%QDF: ignore_newline\s+)?endstream$/;

/** Bytes of comments within an object, and of what stands beside a stream's bytes; those themselves are not looked at. */
function countComments(
  bytes: Uint8Array,
  start: number,
  { object, end }: Pick<IndirectObject, 'object' | 'end'>,
): number {
  const stream = object !== null && typeof object === 'object' && object.kind === 'stream' ? object.bytes : null;
  if (stream === null) return countIn(bytes.subarray(start, end));
  const from = stream.byteOffset - bytes.byteOffset;
  const to = from + stream.length;
  const [before, after] = [bytes.subarray(start, from), bytes.subarray(to, end)];
  const isPlain =
    BEFORE_STREAM.test(Buffer.from(before.subarray(-LONGEST_END)).toString('latin1')) &&
    AFTER_STREAM.test(Buffer.from(after).toString('latin1'));
  return isPlain ? countIn(before) : before.length + after.length;
}

/** By the syntax of objects, so that those in strings are none. */
function countIn(bytes: Uint8Array): number {
  if (!bytes.includes(PERCENT)) return 0;
  const finder = new CommentFinder(bytes);
  while (finder.position < bytes.length) finder.next();
  return finder.comments;
}

class CommentFinder extends ObjectParser {
  comments = 0;

  /** Takes what stands next, whatever it is. */
  next(): void {
    this.skipSpace();
    const byte = this.bytes[this.position];
    const isDictionary = byte === OPEN && this.bytes[this.position + 1] === OPEN;
    if (byte === OPEN && !isDictionary) this.readHexString();
    else if (byte === PARENTHESIS) this.readLiteralString();
    else this.position += isDictionary ? 2 : 1;
  }

  override skipSpace(): void {
    if (this.bytes[this.position] === PERCENT) {
      const start = this.position;
      super.skipSpace();
      this.comments += this.position - start;
    }
  }
}

const OPEN = 0x3c;
const PARENTHESIS = 0x28;
