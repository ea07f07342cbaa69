import { Lexer } from './lexer.ts';
import { ObjectError, type PdfDictionary, type PdfObject } from './object.ts';

/** Deeper nesting than any honest file has. */
const MAX_DEPTH = 100;

/** Reads objects from bytes, one after another, by the syntax of ISO 32000-1 §7.2–7.3 and without forgiveness. */
export class ObjectParser extends Lexer {
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

  readInteger(): number {
    const value = this.readObject();
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new ObjectError('an integer was expected');
    return value;
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

  private readNumberOrWord(): PdfObject {
    const start = this.position;
    const integer = this.readDigits();
    if (integer !== null) return this.takeReference(integer) ?? integer;
    this.position = start;
    const decimal = this.readDecimal();
    if (decimal !== null) return decimal;
    this.position = start;
    const word = this.readWord();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw new ObjectError(`unexpected "${word.slice(0, 20)}"`);
    return Number(word);
  }

  /** The rest of `12 0 R` after its first number; null, and nothing taken, where it is a number only. */
  protected takeReference(number: number): PdfObject {
    const before = this.position;
    this.skipSpace();
    const generation = this.readDigits();
    if (generation !== null && this.takeKeyword('R')) return { kind: 'reference', number, generation };
    this.position = before;
    return null;
  }
}
