import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEngine, Fault, toInvoice } from '#dist/index.js';

const SOURCE = readFileSync('fixtures/documentation-sample/source.json');
const json = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'));
const { logo, ...brand } = json('fixtures/documentation-sample/brand.json');

describe('toInvoice', () => {
  it('takes a source and a brand in every form that an engine takes', () => {
    const invoice = toInvoice(SOURCE, 'fixtures/documentation-sample/brand.json');
    expect(invoice.seller?.address).toMatchObject({ lines: ['Storgata 1'], postalCode: '0155', postalPlace: 'Oslo' });
    expect(toInvoice(SOURCE.toString('utf8'), brand)).toEqual(invoice);
    expect(toInvoice(json('fixtures/documentation-sample/source.json'), brand)).toEqual(invoice);
  });

  it('has the order’s store sell where there is no brand, and says what it lacks', () => {
    expect(toInvoice(readFileSync('fixtures/store-as-seller/source.json')).seller?.name).toBe('Fjord Kaffe AS');
    expect(() => toInvoice(SOURCE)).toThrow(expect.objectContaining({ code: 'SELLER_INCOMPLETE' }));
  });

  it('throws typed faults alone, whatever it is given', () => {
    const wrong = [{}, [], '{', '[]', 'null', new Uint8Array(3), { session: {}, transaction: {} }];
    for (const source of wrong) expect(() => toInvoice(source, brand)).toThrow(Fault);
    for (const other of [{}, [], { ...brand, organizationNumber: '988077918' }, 'nowhere.json']) {
      expect(() => toInvoice(SOURCE, other)).toThrow(Fault);
    }
  });
});

describe('createEngine', () => {
  it('gives the same bytes for a brand by path and by content', async () => {
    const folder = 'fixtures/documentation-sample';
    const byPath = await createEngine({ brand: `${folder}/brand.json` });
    const byContent = await createEngine({ brand: { ...brand, logo: `${folder}/${String(logo)}` } });
    expect(byContent.render(SOURCE).sha256).toBe(byPath.render(SOURCE).sha256);
    await Promise.all([byPath.close(), byContent.close()]);
  });

  it('refuses a logo that is not there rather than leave it out', async () => {
    const fault = expect.objectContaining({ code: 'BRAND_LOGO' });
    await expect(createEngine({ brand: { ...brand, logo: 'nowhere.png' } })).rejects.toEqual(fault);
    await expect(createEngine({ brand: { ...brand, logo: '../x.png' } })).rejects.toEqual(fault);
  });

  it('does not take the bytes of a document away when it validates them', async () => {
    const engine = await createEngine({ brand });
    const { pdf } = engine.render(SOURCE);
    const before = Buffer.from(pdf);
    expect((await engine.validate(pdf, SOURCE, { strict: true })).verdict).toBe('valid');
    expect(before.equals(pdf)).toBe(true);
    await engine.close();
  });
});
