const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** A line with its number, which counts from 1; one beyond the limit comes without its bytes. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/**
 * Splits bytes at 0x0A and nowhere else: U+2028 is text in JSON, though some readers break lines at it. A carriage return
 * before the line feed and one byte order mark at the start are dropped, blank lines are passed over, and the last line
 * needs no line feed. Holds one line at a time, and of a line beyond the limit nothing. Each line has a buffer of its own.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;

  function take(part: Uint8Array): void {
    size += part.length;
    if (size <= limitBytes) parts.push(part);
    else parts = [];
  }

  function finish(): Line | null {
    number += 1;
    const bytes = size > limitBytes ? null : join(parts, number === 1);
    parts = [];
    size = 0;
    return bytes !== null && bytes.length === 0 ? null : { number, bytes };
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      const line = finish();
      if (line !== null) yield line;
      start = end + 1;
    }
    take(chunk.subarray(start));
  }
  const last = finish();
  if (last !== null) yield last;
}

/** One buffer of the parts, without mark and carriage return; empty for a line of white space. */
function join(parts: readonly Uint8Array[], isFirst: boolean): Uint8Array<ArrayBuffer> {
  const whole = Buffer.concat(parts);
  const start = isFirst && BYTE_ORDER_MARK.every((byte, i) => whole[i] === byte) ? BYTE_ORDER_MARK.length : 0;
  const end = whole.at(-1) === CARRIAGE_RETURN ? whole.length - 1 : whole.length;
  const line = whole.subarray(start, Math.max(start, end));
  return line.every(isBlank) ? new Uint8Array() : new Uint8Array(line);
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN;
}
