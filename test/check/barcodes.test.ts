import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeSymbol, type Symbology } from '#dist/barcode/index.js';
import { hasJudges } from '../support/judges/tools.ts';
import { type RealDocument, renderFixture } from './real-document.ts';
import { redrawFile } from './redraw.ts';

describe.runIf(hasJudges('qpdf'))('a barcode', () => {
  let document: RealDocument;
  let payloads: readonly string[];
  beforeAll(async () => {
    document = await renderFixture('finland-b2b', { locale: 'fi' });
    payloads = await readPayloads(document.pdf);
  });
  afterAll(() => document.engine.close());

  async function readPayloads(pdf: Uint8Array): Promise<readonly string[]> {
    const { createReader } = await import('#dist/readback/index.js');
    const reader = createReader();
    const reading = await reader.read(pdf);
    await reader.close();
    if (reading.kind !== 'read') throw new Error(reading.detail);
    return reading.document.symbols.map((symbol) => symbol.text);
  }

  async function judge(pdf: Uint8Array, strict = false) {
    const { findings } = await document.engine.validate(pdf, document.source, { strict, rerender: false });
    return findings.filter((finding) => finding.severity === 'error');
  }

  /** The document with another payload in the place of one of its own. */
  const forge = (symbology: Symbology, to: string) =>
    redrawFile(document.pdf, (plain) => {
      const figures = [...plain.matchAll(/\/Figure <<\/MCID \d+>> BDC\n([\s\S]*?)EMC/g)].map(([, drawn = '']) => drawn);
      const codes = figures.filter((drawn) => drawn.length > 500);
      const own = codes[symbology === 'code128' ? 0 : 1] ?? '';
      return plain.replace(own, () => draw(own, symbology, to));
    });

  test('of ours is decoded and right, whether strict or not', async () => {
    expect(payloads).toHaveLength(2);
    expect(payloads.filter((payload) => /^(?:BCD\n|5\d{53}$)/.test(payload))).toHaveLength(2);
    expect(await judge(document.pdf)).toEqual([]);
    expect(await judge(document.pdf, true)).toEqual([]);
  });

  test.each<[field: string, edit: (payload: string) => string]>([
    ['iban', (payload) => payload.replace(/^FI\d\d/m, 'FI99')],
    ['payable', (payload) => payload.replace(/^EUR\d/m, 'EUR9')],
    ['currency', (payload) => payload.replace(/^EUR/m, 'SEK')],
    ['payee', (payload) => payload.replace('Kravia', 'Kravla')],
    ['dueDate', (payload) => payload.replace(/\d\d$/, '31')],
    ['code', (payload) => `${payload}\nPay twice`],
    ['code', (payload) => payload.replace('SCT', 'INS')],
  ])('that lies about %s in a QR code is found by that field', async (field, edit) => {
    const own = payloads.find((payload) => payload.startsWith('BCD')) ?? '';
    const found = await judge(await forge('qrcode', edit(own)));
    expect(found).toMatchObject([{ ruleId: 'barcode-differs', channel: 'barcode', field, page: 1 }]);
    expect(found[0]?.box).not.toBeNull();
  });

  test.each<[field: string, at: number]>([
    ['iban', 6],
    ['payable', 20],
    ['kid', 45],
    ['dueDate', 53],
  ])('that lies about %s in a bank bar code is found by that field', async (field, at) => {
    const own = payloads.find((payload) => /^[45]/.test(payload)) ?? '';
    const digit = (Number(own[at]) + 1) % 10;
    const found = await judge(await forge('code128', own.slice(0, at) + digit + own.slice(at + 1)));
    expect(found).toMatchObject([{ ruleId: 'barcode-differs', channel: 'barcode', field, page: 1 }]);
  });

  test('that says something else altogether, or cannot be read, is found', async () => {
    const found = await judge(await forge('qrcode', 'https://pay.example/4711'));
    expect(found).toMatchObject([{ ruleId: 'barcode-unexplained', found: 'https://pay.example/4711', page: 1 }]);
    const gone = await redrawFile(document.pdf, (plain) =>
      plain.replace(/(\/Figure <<\/MCID \d+>> BDC\n)([^E]{500,}?)EMC/, '$10 0 0 rg 400 100 3 3 re f\nEMC'),
    );
    expect((await judge(gone)).map((finding) => finding.ruleId)).toContain('barcode-unread');
  });

  test('that is drawn outside any figure is found by strict validation', async () => {
    const forged = await redrawFile(document.pdf, (plain) =>
      plain.replace(
        /\/Artifact <<\/Type\/Layout>> BDC\n/,
        (mark) => `${mark}${draw('', 'qrcode', 'https://pay.example/4711')}`,
      ),
    );
    expect((await judge(forged, true)).map((finding) => finding.ruleId)).toContain('barcode-unexplained');
  });
});

/** Operators that draw a symbol where others stood, or beside the address. */
function draw(own: string, symbology: Symbology, payload: string): string {
  const numbers = [...own.matchAll(/([\d.]+) ([\d.]+) (?:m|[\d.]+ [\d.]+ re)/g)];
  const left = numbers.length === 0 ? 280 : Math.min(...numbers.map(([, x]) => Number(x)));
  const bottom = numbers.length === 0 ? 640 : Math.min(...numbers.map(([, , y]) => Number(y)));
  const { runs, rows } = encodeSymbol(symbology, payload);
  const [module, height] = symbology === 'qrcode' ? [1.42, 1.42] : [0.935, 34];
  const bars = runs.map(
    ({ column, row, length }) =>
      `${left + column * module} ${bottom + (rows - 1 - row) * height} ${length * module} ${height} re`,
  );
  return `0 0 0 rg\n${bars.join('\n')}\nf\n`;
}
