import { ObjectError, type PdfDictionary, type PdfObject } from './object.ts';

/** Deeper nesting than any honest file has. */
const MAX_DEPTH = 100;

/** Reads objects from bytes, one after another, by the syntax of ISO 32000-1 §7.2–7.3 and without forgiveness. */
export class ObjectParser {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** The next object; a reference where two integers and an R follow each other. */
  readObject(depth = 0): PdfObject {
    if (depth > MAX_DEPTH) throw new ObjectError('objects nested too deep');
    this.skipSpace();
    const byte = this.bytes[this.position];
    switch (byte) {
      case 0x2f: // /
        return { kind: 'name', name: this.readName() };
      case 0x28: // (
        return { kind: 'string', bytes: this.readLiteralString() };
      case 0x5b: // [
        this.position += 1;
        return this.readArray(depth);
      case 0x3c: // <
        if (this.bytes[this.position + 1] !== 0x3c) return { kind: 'string', bytes: this.readHexString() };
        this.position += 2;
        return this.readDictionary(depth);
      default:
        return this.readNumberOrWord();
    }
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

  readInteger(): number {
    const value = this.readObject();
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new ObjectError('an integer was expected');
    return value;
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

  private readArray(depth: number): PdfObject {
    const items: PdfObject[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x5d) {
        this.position += 1;
        return { kind: 'array', items };
      }
      items.push(this.readObject(depth + 1));
    }
  }

  private readDictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfObject>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2;
        return { kind: 'dictionary', entries };
      }
      if (this.bytes[this.position] !== 0x2f) throw new ObjectError('a dictionary key was expected');
      const key = this.readName();
      if (entries.has(key)) throw new ObjectError(`the key /${key} stands twice in a dictionary`);
      entries.set(key, this.readObject(depth + 1));
    }
  }

  private readName(): string {
    this.position += 1;
    let name = '';
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined || !isRegular(byte)) return name;
      this.position += 1;
      if (byte === 0x23) {
        name += String.fromCharCode(hexDigit(this.bytes[this.position]) * 16 + hexDigit(this.bytes[this.position + 1]));
        this.position += 2;
      } else {
        name += String.fromCharCode(byte);
      }
    }
  }

  private readHexString(): Uint8Array {
    this.position += 1;
    const digits: number[] = [];
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new ObjectError('a string has no end');
      this.position += 1;
      if (byte === 0x3e) break;
      if (!isSpace(byte)) digits.push(hexDigit(byte));
    }
    if (digits.length % 2 === 1) digits.push(0);
    return Uint8Array.from(
      { length: digits.length / 2 },
      (_, i) => (digits[2 * i] ?? 0) * 16 + (digits[2 * i + 1] ?? 0),
    );
  }

  private readLiteralString(): Uint8Array {
    this.position += 1;
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

  private readNumberOrWord(): PdfObject {
    const start = this.position;
    const integer = this.readDigits();
    if (integer !== null) return this.takeReference(integer) ?? integer;
    this.position = start;
    const word = this.readWord();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw new ObjectError(`unexpected "${word.slice(0, 20)}"`);
    return Number(word);
  }

  /** The rest of `12 0 R` after its first number; null, and nothing taken, where it is a number only. */
  private takeReference(number: number): PdfObject {
    const before = this.position;
    this.skipSpace();
    const generation = this.readDigits();
    if (generation !== null && this.takeKeyword('R')) return { kind: 'reference', number, generation };
    this.position = before;
    return null;
  }

  /** A token of nothing but digits, most of what stands in a file; null, at any position, where it is something else. */
  private readDigits(): number | null {
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

  private readWord(): string {
    const start = this.position;
    for (let byte = this.bytes[start]; byte !== undefined && isRegular(byte); byte = this.bytes[this.position]) {
      this.position += 1;
    }
    if (this.position - start > MAX_WORD) throw new ObjectError('a word without end');
    return String.fromCharCode(...this.bytes.subarray(start, this.position));
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
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
  if (Number.isNaN(digit)) throw new ObjectError('a hexadecimal digit was expected');
  return digit;
}
