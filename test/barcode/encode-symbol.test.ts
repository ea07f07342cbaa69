import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BarcodeSymbol, encodeSymbol } from '#dist/barcode/index.js';
import { drawSymbol, toPgm } from './draw-symbol.ts';

/** Official test strings of the Finnish Bank Bar Code Guide, version 4 and version 5. */
const FINNISH = [
  '458101710000001220004829900000000559582243294671120131',
  '502500046400013020006938061000000000698756720839110724',
];

describe('encodeSymbol', () => {
  it.each(FINNISH)('encodes a Finnish bank barcode in 332 modules of set C: %s', (payload) => {
    const symbol = encodeSymbol('code128', payload);
    expect(symbol.columns).toBe(332);
    expect(decode(symbol)).toBe(payload);
  });

  it('encodes an EPC payload that another decoder reads back to the letter', () => {
    const payload = 'BCD\n002\n1\nSCT\n\nMax Mustermann\nDE89370400440532013000\nEUR99.99\n\n\nInvoice 2026-001';
    const symbol = encodeSymbol('qrcode', payload);
    expect(symbol.columns).toBe(symbol.rows);
    expect(decode(symbol)).toBe(payload);
  });

  it.each([
    ['qrcode', ''],
    ['qrcode', 'Kafé'],
    ['qrcode', 'x'.repeat(332)],
    ['code128', ''],
    ['code128', '12a'],
    ['code128', '１２３'],
  ] as const)('refuses %s %j', (symbology, payload) => {
    expect(() => encodeSymbol(symbology, payload)).toThrow(expect.objectContaining({ code: 'BARCODE_PAYLOAD' }));
  });
});

/** Draws the symbol and reads it with zbar. */
function decode(symbol: BarcodeSymbol): string {
  const file = join(mkdtempSync(join(tmpdir(), 'symbol-')), 'symbol.pgm');
  writeFileSync(file, toPgm(drawSymbol(symbol)));
  return execFileSync('zbarimg', ['--quiet', '--raw', file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).replace(/\n$/, '');
}
