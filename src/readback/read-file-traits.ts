import type { ObjectFile } from './objects/object-file.ts';
import type { FileTraits } from './read-document.ts';

const END_OF_FILE = Buffer.from('%%EOF', 'latin1');

/**
 * How often a file was saved, and what trails it. Both its end-of-file marks and its chain of cross-reference sections
 * tell of updates, and either may be left out by whoever appends one, so the larger number counts. The same words within
 * a stream are no marks. Where the objects cannot be read (`file` is null), the marks alone tell.
 */
export function readFileTraits(bytes: Uint8Array, file: ObjectFile | null): FileTraits {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marks = listMarks(buffer, file);
  const sections = file?.sections ?? [];
  const linearized = isLinearized(buffer, sections);
  // A linearized file has two sections and two marks, the first of them after its first page (Annex F).
  const saved = Math.max(marks.length, sections.length) - (linearized ? 1 : 0);
  const last = marks.at(-1);
  return {
    size: bytes.byteLength,
    revisions: Math.max(1, saved),
    linearized,
    trailingBytes: last === undefined ? 0 : bytes.byteLength - skipLineEnd(buffer, last + END_OF_FILE.length),
  };
}

function listMarks(buffer: Buffer, file: ObjectFile | null): number[] {
  const marks: number[] = [];
  for (let at = buffer.indexOf(END_OF_FILE); at >= 0; at = buffer.indexOf(END_OF_FILE, at + END_OF_FILE.length)) {
    marks.push(at);
  }
  if (file === null || marks.length < 2) return marks;
  const streams = file.listStreams();
  return marks.filter((at) => !streams.some(({ start, end }) => start <= at && at < end));
}

/** Bytes within which a linearized file says that it is one (Annex F.3.3). */
const HEAD = 1024;

/**
 * The newest section stands before the other, which no update can bring about that is appended; the word alone would let
 * an update pass for the second half of a linearized file.
 */
function isLinearized(buffer: Buffer, [newest, other, ...others]: readonly number[]): boolean {
  if (newest === undefined || other === undefined || others.length > 0) return false;
  return newest < other && buffer.subarray(0, HEAD).includes('/Linearized');
}

function skipLineEnd(buffer: Buffer, at: number): number {
  const afterReturn = buffer[at] === 0x0d ? at + 1 : at;
  return buffer[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}
