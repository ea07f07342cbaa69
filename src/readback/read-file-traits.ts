import type { FileTraits } from './read-document.ts';

const END_OF_FILE = Buffer.from('%%EOF', 'latin1');

/** Looks at the bytes without parsing them: how often the file was saved, and what trails it. */
export function readFileTraits(bytes: Uint8Array, linearized: boolean): FileTraits {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let marks = 0;
  let end = 0;
  for (let at = buffer.indexOf(END_OF_FILE); at >= 0; at = buffer.indexOf(END_OF_FILE, end)) {
    marks += 1;
    end = at + END_OF_FILE.length;
  }
  return {
    size: bytes.byteLength,
    // A linearized file has an end-of-file mark after its first page as well.
    revisions: Math.max(1, linearized ? marks - 1 : marks),
    linearized,
    trailingBytes: marks === 0 ? 0 : bytes.byteLength - skipLineEnd(buffer, end),
  };
}

function skipLineEnd(buffer: Buffer, at: number): number {
  const afterReturn = buffer[at] === 0x0d ? at + 1 : at;
  return buffer[afterReturn] === 0x0a ? afterReturn + 1 : afterReturn;
}
