import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine, type EngineOptions, listTemplates } from '#dist/index.js';
import { listPaymentCodes } from '#dist/invoice/index.js';
import { decodePng } from '#dist/raster/index.js';
import { loadDecoder } from '#dist/readback/symbols/decoder.js';
import { fixtureNamed } from '../support/fixtures.ts';
import { decodeBarcodes, hasJudges, rasterise, withPdf } from '../support/judges/index.ts';

/** What an office printer makes of a page at the least. */
const DPI = 150;

async function render(name: string, paymentQr: 'auto' | boolean, options: EngineOptions = {}) {
  const { source, brandFile } = fixtureNamed(name);
  const brand = JSON.parse(readFileSync(brandFile ?? '', 'utf8'));
  const { logo: _, ...look } = brand;
  const template = { ...brand.template, options: { ...brand.template?.options, paymentQr } };
  const engine = await createEngine({ ...options, brand: { ...look, template } });
  try {
    const rendered = engine.render(source);
    const report = await engine.validate(rendered.pdf, source, { strict: true, deadlineMs: 60_000 });
    return { ...rendered, report };
  } finally {
    await engine.close();
  }
}

describe.runIf(hasJudges('pdftoppm', 'zbarimg'))('payment codes on the page', () => {
  test.each([
    ['sweden-b2b', 'auto'],
    ['finland-b2b', 'auto'],
    ['finland-consumer', 'auto'],
    ['documentation-sample', true],
    ['consumer-norway', true],
  ] as const)('%s: another decoder reads what the standard says', async (name, paymentQr) => {
    const { pdf, invoice, report } = await render(name, paymentQr);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const codes = listPaymentCodes(invoice, paymentQr);
    expect(codes).not.toEqual([]);
    const page = await withPdf(pdf, (file) => rasterise(file, 1, DPI));
    for (const symbology of ['qrcode', 'code128'] as const) {
      const expected = codes.filter((code) => code.symbology === symbology).map(({ payload }) => payload);
      expect(await decodeBarcodes(page, symbology)).toEqual(expected);
    }
  });

  test('has none where none is wanted', async () => {
    const { pdf } = await render('finland-b2b', false);
    const page = await withPdf(pdf, (file) => rasterise(file, 1, DPI));
    expect([...(await decodeBarcodes(page, 'qrcode')), ...(await decodeBarcodes(page, 'code128'))]).toEqual([]);
  });
});

/** With it a UsingQR code has more than 320 bytes: version 13, the largest that EPC069-12 allows. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  'sweden-b2b': 'Föreningen Gräsängarnas Återvinnings- och Hållbarhetskooperativ i Södra Öresundsregionen AB',
  'documentation-sample':
    'Stiftelsen Nord-Østerdal Interkommunale Opplærings- og Kompetansesenter for Sjømatforedling og Våtmarksnæring SA',
};

describe.runIf(hasJudges('pdftoppm', 'zbarimg'))(`codes of every template at ${DPI} dpi`, async () => {
  const decode = await loadDecoder();

  async function expectRead(template: string, name: string, look: object = {}): Promise<readonly string[]> {
    const { source, brandFile } = fixtureNamed(name);
    const { logo: _, ...brand } = JSON.parse(readFileSync(brandFile ?? '', 'utf8'));
    const engine = await createEngine({
      brand: { ...brand, ...look, template: { name: template, options: { paymentQr: true } } },
    });
    const { pdf, invoice } = engine.render(source);
    await engine.close();
    const codes = listPaymentCodes(invoice, true);
    expect(codes).not.toEqual([]);
    const page = await withPdf(pdf, (file) => rasterise(file, 1, DPI));
    const seen = await decode(decodePng(page));
    for (const { symbology, payload } of codes) {
      const format = symbology === 'qrcode' ? 'QRCode' : 'Code128';
      expect(seen.filter((symbol) => symbol.format === format).map(({ text }) => text)).toEqual([payload]);
      expect(await decodeBarcodes(page, symbology)).toEqual([payload]);
    }
    return codes.map(({ payload }) => payload);
  }

  test.each(
    listTemplates().flatMap((template) =>
      (['sweden-b2b', 'finland-b2b', 'documentation-sample'] as const).map((name) => ({ template, name })),
    ),
  )('$template, $name: two decoders read the same', async ({ template, name }) => {
    await expectRead(template, name);
  });

  test.each(
    listTemplates().flatMap((template) =>
      Object.entries(LONG_NAMES).map(([name, legalName]) => ({ template, name, legalName })),
    ),
  )('$template, $name: also of a code that is as large as may be', async ({ template, name, legalName }) => {
    const [payload = ''] = await expectRead(template, name, { legalName });
    expect(payload.length).toBeGreaterThan(320);
  });
});
