import { ObjectError } from './object.ts';
import { toWord } from './words.ts';

/** The tokens of PDF syntax (ISO 32000-1 §7.2–7.3), read one at a time from a position that moves on. */
export class Lexer {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Whether the next token is this keyword; if so it is taken. */
  takeKeyword(keyword: string): boolean {
    this.skipSpace();
    for (let i = 0; i < keyword.length; i += 1) {
      if (this.bytes[this.position + i] !== keyword.charCodeAt(i)) return false;
    }
    const after = this.bytes[this.position + keyword.length];
    if (after !== undefined && isRegular(after)) return false;
    this.position += keyword.length;
    return true;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === 0x25) {
        while (this.position < this.bytes.length && !isLineEnd(this.bytes[this.position])) this.position += 1;
      } else if (byte !== undefined && isSpace(byte)) {
        this.position += 1;
      } else {
        return;
      }
    }
  }

  protected readName(): string {
    this.position += 1;
    const start = this.position;
    let isSpelt = false;
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined || !isRegular(byte)) break;
      if (byte === 0x23) isSpelt = true;
      this.position += 1;
    }
    return isSpelt ? this.#spellOut(start, this.position) : toWord(this.bytes, start, this.position);
  }

  /** A name of which some characters are given by number (§7.3.5). */
  #spellOut(start: number, end: number): string {
    let name = '';
    for (let i = start; i < end; i += 1) {
      const byte = this.bytes[i] ?? 0;
      if (byte === 0x23) {
        name += String.fromCharCode(hexDigit(this.bytes[i + 1]) * 16 + hexDigit(this.bytes[i + 2]));
        i += 2;
      } else {
        name += String.fromCharCode(byte);
      }
    }
    return name;
  }

  protected readHexString(): Uint8Array {
    this.position += 1;
    const end = this.bytes.indexOf(0x3e, this.position);
    if (end < 0) throw new ObjectError('a string has no end');
    const out = new Uint8Array((end - this.position + 1) >> 1);
    let count = 0;
    for (; this.position < end; this.position += 1) {
      const byte = this.bytes[this.position];
      if (byte === undefined || isSpace(byte)) continue;
      out[count >> 1] = (out[count >> 1] ?? 0) | (hexDigit(byte) << (count % 2 === 0 ? 4 : 0));
      count += 1;
    }
    this.position = end + 1;
    const length = (count + 1) >> 1;
    return length === out.length ? out : out.subarray(0, length);
  }

  protected readLiteralString(): Uint8Array {
    this.position += 1;
    const start = this.position;
    // As it stands in the file where nothing in it is escaped, which is nearly always.
    for (let open = 1; ; this.position += 1) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new ObjectError('a string has no end');
      if (byte === 0x5c) break;
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) {
        this.position += 1;
        return new Uint8Array(this.bytes.buffer, this.bytes.byteOffset + start, this.position - 1 - start);
      }
    }
    this.position = start;
    return this.#readEscapedString();
  }

  #readEscapedString(): Uint8Array {
    const out: number[] = [];
    let open = 1;
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new ObjectError('a string has no end');
      this.position += 1;
      if (byte === 0x5c) {
        const escaped = this.readEscape();
        if (escaped !== null) out.push(escaped);
        continue;
      }
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) return Uint8Array.from(out);
      out.push(byte);
    }
  }

  /** What follows a backslash; null for a line end, which it takes away. */
  private readEscape(): number | null {
    const byte = this.bytes[this.position] ?? 0;
    this.position += 1;
    if (isOctal(byte)) {
      let value = byte - 0x30;
      for (let i = 0; i < 2 && isOctal(this.bytes[this.position]); i += 1) {
        value = value * 8 + (this.bytes[this.position] ?? 0) - 0x30;
        this.position += 1;
      }
      return value & 0xff;
    }
    if (byte === 0x0d && this.bytes[this.position] === 0x0a) this.position += 1;
    if (isLineEnd(byte)) return null;
    return ESCAPES[String.fromCharCode(byte)] ?? byte;
  }

  /** A token of nothing but digits, most of what stands in a file; null, at any position, where it is something else. */
  protected readDigits(): number | null {
    let value = 0;
    let count = 0;
    for (let byte = this.bytes[this.position]; byte !== undefined && isRegular(byte); count += 1) {
      if (byte < 0x30 || byte > 0x39 || count >= MAX_DIGITS) return null;
      value = value * 10 + byte - 0x30;
      this.position += 1;
      byte = this.bytes[this.position];
    }
    return count === 0 ? null : value;
  }

  /** A decimal number as it is nearly always written: a sign perhaps, digits, a point, digits. Else null, at any position. */
  protected readDecimal(): number | null {
    const isNegative = this.bytes[this.position] === 0x2d;
    if (isNegative) this.position += 1;
    let value = 0;
    let scale = 0;
    let count = 0;
    for (
      let byte = this.bytes[this.position];
      byte !== undefined && isRegular(byte);
      byte = this.bytes[this.position]
    ) {
      if (byte === 0x2e && scale === 0 && count > 0) {
        scale = 1;
      } else {
        if (byte < 0x30 || byte > 0x39 || count >= MAX_DIGITS) return null;
        value = value * 10 + byte - 0x30;
        scale *= 10;
        count += 1;
      }
      this.position += 1;
    }
    if (count === 0) return null;
    // Both are whole and exact, so that their quotient is the number nearest to what is written.
    const number = scale > 1 ? value / scale : value;
    return isNegative ? -number : number;
  }

  protected readWord(): string {
    const start = this.position;
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined || !isRegular(byte)) return toWord(this.bytes, start, this.position);
      if (this.position - start === MAX_WORD) throw new ObjectError('a word without end');
      this.position += 1;
    }
  }
}

/** Digits that a number holds exactly. */
const MAX_DIGITS = 15;

/** Longer than any keyword or number. */
const MAX_WORD = 64;

const ESCAPES: Readonly<Record<string, number>> = { n: 0x0a, r: 0x0d, t: 0x09, b: 0x08, f: 0x0c };

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0x00;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}

/** Neither white space nor one of ( ) < > [ ] { } / %. */
function isRegular(byte: number): boolean {
  return REGULAR[byte] === 1;
}

const REGULAR = Uint8Array.from({ length: 256 }, (_, byte) =>
  isSpace(byte) || '()<>[]{}/%'.includes(String.fromCharCode(byte)) ? 0 : 1,
);

function hexDigit(byte: number | undefined): number {
  const digit = byte === undefined ? NO_DIGIT : (HEX_DIGITS[byte] ?? NO_DIGIT);
  if (digit === NO_DIGIT) throw new ObjectError('a hexadecimal digit was expected');
  return digit;
}

const NO_DIGIT = 255;

const HEX_DIGITS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
});
