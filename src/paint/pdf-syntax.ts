import { type CalendarDate, toDateParts } from '../base/index.ts';
import { paintFaults } from './faults.ts';

/** Farther out than any page; keeps the printed form free of exponents. */
const LARGEST_NUMBER = 1e9;

/** A number as PDF syntax: at most three decimals, no exponent, no negative zero (ISO 32000-1 §7.3.3). */
export function pdfNumber(value: number): string {
  if (!(Math.abs(value) < LARGEST_NUMBER)) {
    throw paintFaults.PAINT_NOT_DRAWABLE({
      message: `Unexpected ${value} in the display list, expected a finite number of points`,
    });
  }
  return String(Math.round(value * 1000) / 1000 || 0);
}

/** A name object. Delimiters, white space and anything beyond ASCII are written #xx (ISO 32000-1 §7.3.5). */
export function pdfName(name: string): string {
  if (/^[A-Za-z0-9_.+-]+$/.test(name)) return `/${name}`;
  const bytes = Array.from(Buffer.from(name, 'utf8'));
  return `/${bytes.map((byte) => (isRegular(byte) ? String.fromCharCode(byte) : `#${hexByte(byte)}`)).join('')}`;
}

/** A text string: literal where ASCII suffices, else UTF-16BE in hexadecimal with its byte order mark (§7.9.2.2). */
export function pdfTextString(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, (character) => `\\${character}`)})`;
  let hex = 'FEFF';
  for (let i = 0; i < text.length; i += 1) hex += hexCode(text.charCodeAt(i));
  return `<${hex}>`;
}

/** A string of bytes that are not text. */
export function pdfByteString(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes).toString('hex').toUpperCase()}>`;
}

/** Midnight UTC of a day (§7.9.4). */
export function pdfDate(date: CalendarDate): string {
  return `(D:${date.replaceAll('-', '')}000000Z)`;
}

/** Midnight UTC of a day as the instant that pdfkit wants. */
export function toMidnight(date: CalendarDate): Date {
  const { year, month, day } = toDateParts(date);
  return new Date(Date.UTC(year, month - 1, day));
}

/** An indirect reference. */
export function pdfReference(id: number): string {
  return `${id} 0 R`;
}

/** Four hexadecimal digits: one UTF-16 unit, or one two-byte character code of an Identity-H font. */
export function hexCode(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

function hexByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function isRegular(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f && !'()<>[]{}/%#'.includes(String.fromCharCode(byte));
}
