import { createRequire } from 'node:module';
import type BwipJs from 'bwip-js/node';
import encodeMatrix from 'qr';
import type { Place } from '../base/index.ts';
import { barcodeFaults } from './faults.ts';

const require = createRequire(import.meta.url);

/** Loaded with the first Code 128: it takes four megabytes, and most documents have no use for it. */
let bwipJs: typeof BwipJs | null = null;

/** Symbologies that payments in the Nordic countries use. */
export type Symbology = 'qrcode' | 'code128';

/** A barcode in module units: what is dark, and how much light it needs around it. */
export interface BarcodeSymbol {
  readonly symbology: Symbology;
  readonly payload: string;
  /** Size in modules without the quiet zone; a linear code is one row that is drawn as tall as wanted. */
  readonly columns: number;
  readonly rows: number;
  /** Dark runs, row by row, left to right; no two touch within a row. */
  readonly runs: readonly DarkRun[];
  /** Light modules needed on each side (ISO/IEC 18004 §6.3.8: 4; ISO/IEC 15417: 10). */
  readonly quietZone: number;
}

export interface DarkRun {
  readonly column: number;
  readonly row: number;
  readonly length: number;
}

/** EPC069-12 §2.2: at most QR version 13 with error correction level M. */
const QR_LIMIT_BYTES = 331;
/** ISO/IEC 15417 sets none; the longest payment code in use is Finland's virtual barcode with 54 digits. */
const CODE_128_LIMIT_DIGITS = 80;

/**
 * Encodes a payload. QR codes are byte mode with error correction M; non-ASCII is refused because readers disagree about
 * its character set. Code 128 takes digits only, so that every character is a visible one.
 *
 * @param place where a template asks for it
 * @throws BARCODE_PAYLOAD
 */
export function encodeSymbol(symbology: Symbology, payload: string, place?: Place): BarcodeSymbol {
  return symbology === 'qrcode' ? encodeQr(payload, place) : encodeCode128(payload, place);
}

function encodeQr(payload: string, place: Place | undefined): BarcodeSymbol {
  if (!/^[\n\x20-\x7e]+$/.test(payload) || payload.length > QR_LIMIT_BYTES) {
    throw barcodeFaults.BARCODE_PAYLOAD({
      message: `Unexpected QR payload of ${payload.length} characters, expected 1 to ${QR_LIMIT_BYTES} of printable ASCII.`,
      place,
    });
  }
  // One module of border is the least that can be asked for; it is cut off again.
  const bordered = encodeMatrix(payload, 'raw', { ecc: 'medium', encoding: 'byte', border: 1 });
  const matrix = bordered.slice(1, -1).map((row) => row.slice(1, -1));
  const runs = matrix.flatMap(findDarkRuns);
  const { length: size } = matrix;
  return { symbology: 'qrcode', payload, columns: size, rows: size, runs, quietZone: 4 };
}

function findDarkRuns(modules: readonly boolean[], row: number): readonly DarkRun[] {
  const runs: DarkRun[] = [];
  for (let column = 0; column < modules.length; column += 1) {
    const start = column;
    while (modules[column] === true) column += 1;
    if (column > start) runs.push({ column: start, row, length: column - start });
  }
  return runs;
}

function encodeCode128(payload: string, place: Place | undefined): BarcodeSymbol {
  if (!/^\d+$/.test(payload) || payload.length > CODE_128_LIMIT_DIGITS) {
    throw barcodeFaults.BARCODE_PAYLOAD({
      message: `Unexpected Code 128 payload of ${payload.length} characters, expected 1 to ${CODE_128_LIMIT_DIGITS} digits.`,
      place,
    });
  }
  bwipJs ??= require('bwip-js/node') as typeof BwipJs;
  const [bars] = bwipJs.raw('code128', payload, {});
  if (bars === undefined || !('sbs' in bars)) throw new TypeError('Unexpected answer of bwip-js, expected bars');
  const runs: DarkRun[] = [];
  let column = 0;
  // Widths alternate bar, space, bar, …, beginning and ending with a bar.
  bars.sbs.forEach((width, index) => {
    if (index % 2 === 0) runs.push({ column, row: 0, length: width });
    column += width;
  });
  return { symbology: 'code128', payload, columns: column, rows: 1, runs, quietZone: 10 };
}
