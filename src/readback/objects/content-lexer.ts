import type { PdfObject } from './object.ts';
import { ObjectParser } from './parser.ts';

/** An operator of a content stream with what stands before it that is a name or a dictionary. */
export interface ContentOperator {
  readonly name: string;
  readonly operands: readonly PdfObject[];
}

/** Reads a content stream operator by operator (ISO 32000-1 §7.8.2); strings and numbers are passed over. */
export class ContentLexer extends ObjectParser {
  /** The next operator; null at the end. */
  next(): ContentOperator | null {
    let operands: PdfObject[] = NONE;
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.position];
      if (byte === undefined) return null;
      if (byte === 0x2f || (byte === 0x3c && this.bytes[this.position + 1] === 0x3c)) {
        operands = [...operands, this.readObject()];
      } else if (byte === 0x28) {
        this.readLiteralString();
      } else if (byte === 0x3c) {
        const end = this.bytes.indexOf(0x3e, this.position);
        this.position = end < 0 ? this.bytes.length : end + 1;
      } else if (PUNCTUATION.has(byte)) {
        this.position += 1;
      } else if (!this.#passNumber(byte)) {
        const word = this.readWord();
        if (!NUMBER.test(word)) return { name: word, operands };
      }
    }
  }

  /** Passes over a number as it is nearly always written. */
  #passNumber(first: number): boolean {
    if (first !== 0x2d && (first < 0x30 || first > 0x39)) return false;
    const start = this.position;
    if (this.readDecimal() !== null) return true;
    this.position = start;
    return false;
  }
}

const NONE: PdfObject[] = [];

/** Brackets of arrays, and closing marks that stand alone. */
const PUNCTUATION: ReadonlySet<number> = new Set([...'[]{})>'].map((sign) => sign.charCodeAt(0)));

const NUMBER = /^[+-]?[\d.]+$|^(?:true|false|null)$/;
