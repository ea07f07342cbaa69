import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bwipjs from 'bwip-js/node';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { encodeSymbol } from '#dist/barcode/index.js';
import { loadDecoder } from '#dist/readback/symbols/decoder.js';
import { drawSymbol, type GreyPicture, toPgm } from './draw-symbol.ts';

/** 10,000 by hand: `npm run barcodes`. */
const COUNT = Number(process.env['QR_PAYLOADS'] ?? 96);
const SEED = 20_261_127;
/** So many pictures go to zbar at a time. */
const AT_A_TIME = 48;

const digits = (minLength: number, maxLength = minLength) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const cents = fc.integer({ min: 1, max: 99_999_999 }).map((minor) => (minor / 100).toFixed(2));

const epc = fc
  .record({
    iban: digits(16),
    amount: cents,
    reference: digits(4, 20),
    name: fc.constantFrom('Kravia AS', 'Oy Ab Ltd'),
  })
  .map(({ iban, amount, reference, name }) =>
    ['BCD', '002', '1', 'SCT', 'NDEAFIHH', name, `FI${iban}`, `EUR${amount}`, '', reference].join('\n'),
  );
const usingQr = fc
  .record({ iref: digits(2, 25), idt: digits(8), ddt: digits(8), due: cents.map(Number), acc: digits(8) })
  .map(({ acc, ...rest }) =>
    JSON.stringify({ uqr: 1, tp: 1, nme: 'Klot Studio AB', cid: '559931-0009', ...rest, pt: 'BG', acc }),
  );
/** What can only be told byte by byte, so that every encoder has the same words to set. */
const bytes = fc.string({ unit: fc.constantFrom(...'abcxyz{}"#,;'), minLength: 1, maxLength: 331 });
const printable = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 331 });

const payloads = fc.sample(fc.oneof(epc, usingQr, bytes, printable), { numRuns: COUNT, seed: SEED });
const decode = await loadDecoder();
const folder = mkdtempSync(join(tmpdir(), 'qr-agreement-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`is read to the letter by two decoders, and is the symbol that bwip-js draws: ${COUNT} payloads`, async () => {
  let identical = 0;
  for (let from = 0; from < payloads.length; from += AT_A_TIME) {
    const part = payloads.slice(from, from + AT_A_TIME);
    const pictures = part.map((payload) => drawSymbol(encodeSymbol('qrcode', payload)));
    expect(await Promise.all(pictures.map(readWithZxing))).toEqual(
      part.map((text) => ({ text, errorCorrection: 'M' })),
    );
    expect(readWithZbar(pictures)).toBe(part.map((payload) => `${payload}\n`).join(''));
    for (const payload of part) identical += compareWithBwip(payload) ? 1 : 0;
  }
  // Some are bytes alone; encoders weigh masks differently, so that about a third of those have another one.
  expect(identical).toBeGreaterThan(COUNT / 50);
}, 3_600_000);

/** What some encoders set apart when it comes in long runs, to save room. */
const SHORTER_BY_MODE = /[0-9A-Z $%*+\-./:]/;

/** Whether bwip-js draws the very same modules: it must where both had the same bytes to set and chose the same mask. */
function compareWithBwip(payload: string): boolean {
  const [matrix] = bwipjs.raw('qrcode', payload, 'eclevel=M fixedeclevel');
  if (matrix === undefined || !('pixs' in matrix))
    throw new TypeError('Unexpected answer of bwip-js, expected a matrix');
  const { columns, rows, runs } = encodeSymbol('qrcode', payload);
  expect(columns).toBeGreaterThanOrEqual(matrix.pixx);
  if (SHORTER_BY_MODE.test(payload)) return false;
  expect(columns).toBe(matrix.pixx);
  const modules = new Array<number>(columns * rows).fill(0);
  for (const { column, row, length } of runs) {
    modules.fill(1, row * columns + column, row * columns + column + length);
  }
  if (readMask(modules, columns) !== readMask(matrix.pixs, columns)) return false;
  expect(modules).toEqual(matrix.pixs);
  return true;
}

/** ISO/IEC 18004 §7.9: the three modules right of the second in row 8 name the mask. */
function readMask(modules: readonly number[], columns: number): string {
  return modules.slice(8 * columns + 2, 8 * columns + 5).join('');
}

async function readWithZxing({ width, height, grey }: GreyPicture): Promise<object | undefined> {
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (const [at, value] of grey.entries()) rgba.fill(value, at * 4, at * 4 + 3);
  const [found] = await decode({ width, height, rgba });
  return found && { text: found.text, errorCorrection: found.errorCorrection };
}

/** All that zbar reads, in the order of the pictures, each with a line feed after it. */
function readWithZbar(pictures: readonly GreyPicture[]): string {
  const files = pictures.map((picture, index) => {
    const file = join(folder, `${index}.pgm`);
    writeFileSync(file, toPgm(picture));
    return file;
  });
  return execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', ...files], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
