import type { PdfObject } from '../objects/object.ts';
import { ObjectParser } from '../objects/parser.ts';
import { demand } from './outside-profile.ts';

/** More than the operators of any kind take. */
const MAX_OPERANDS = 6;

/** Reads the operators of a content stream one after another (ISO 32000-1 §7.8.2). */
export class ContentParser extends ObjectParser {
  /** Of the operator that was read last. */
  readonly operands: PdfObject[] = [];

  /** The next operator; null at the end. */
  readOperator(): string | null {
    this.operands.length = 0;
    for (;;) {
      this.skipSpace();
      const byte = this.bytes[this.position];
      if (byte === undefined) {
        demand(this.operands.length === 0, 'operands without an operator');
        return null;
      }
      if (isLetter(byte)) return this.readWord();
      demand(this.operands.length < MAX_OPERANDS, 'too many operands');
      this.operands.push(this.readObject());
    }
  }

  /** Contents know no references. */
  protected override takeReference(): null {
    return null;
  }
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
