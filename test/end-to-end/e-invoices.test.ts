import { describe, expect, it } from 'vitest';
import { createEngine, toCii, toUbl } from '#dist/index.js';
import { fixtureNamed } from '../support/fixtures.ts';
import { hasJudges, readAttachments, readInfo, readStructure, withPdf } from '../support/judges/index.ts';

const TEMPLATES = ['classic', 'modern', 'compact', 'consumer'] as const;
/** Bytes that a tagged page with UBL attached may have. */
const MOST = 70_000;

async function render(name: string, template: string, eInvoice: 'ubl' | 'cii' = 'ubl') {
  const { source, brandFile } = fixtureNamed(name);
  const engine = await createEngine({ brand: brandFile, template, eInvoice });
  try {
    return engine.render(source);
  } finally {
    await engine.close();
  }
}

// poppler reads a page anew for each element of its structure, which takes a busy machine a while.
describe.each(TEMPLATES)('%s with an e-invoice in it', { timeout: 120_000 }, (template) => {
  it('is one tagged page of at most 70 kB, and the XML is to be had alone, byte for byte', async () => {
    const { pdf, invoice, pageCount, eInvoice } = await render('rounding-line', template);
    expect(pageCount).toBe(1);
    expect(pdf.length).toBeLessThanOrEqual(MOST);
    const attached = await readAttachments(pdf);
    expect(Object.keys(attached)).toEqual(['peppol-bis-billing-3.xml']);
    const content = Buffer.from(attached['peppol-bis-billing-3.xml']?.content ?? []);
    expect(content.equals(toUbl(invoice))).toBe(true);
    expect(content.equals(eInvoice?.bytes ?? Buffer.of())).toBe(true);
    if (hasJudges('pdfinfo')) expect((await withPdf(pdf, readInfo))['Tagged']).toBe('yes');
  });

  it.skipIf(!hasJudges('pdfinfo'))('is read aloud in an order that a listener can follow', async () => {
    const { pdf } = await render('spec-three-lines', template, 'cii');
    const spoken = (await withPdf(pdf, readStructure)).replace(/\s+/g, ' ');
    const facts = [...spoken.matchAll(/<fact\.([\w.]+)/g)].map(([, fact = '']) => fact);
    const at = (fact: string) => {
      expect(facts).toContain(fact);
      return facts.indexOf(fact);
    };
    // Whom it is for and what it is; then, in the order of the design, what to pay and what for, each line from left to right.
    expect(at('buyer.name')).toBeLessThan(at('buyer.address'));
    expect(at('kind')).toBeLessThan(at('payable'));
    expect(at('invoiceNumber')).toBeLessThan(at('payable'));
    expect(at('line.1.description')).toBeLessThan(at('line.1.quantity'));
    expect(at('line.1.quantity')).toBeLessThan(at('line.1.amount'));
    expect(at('line.1.amount')).toBeLessThan(at('line.2.description'));
    expect(at('line.2.amount')).toBeLessThan(facts.findIndex((fact) => fact.startsWith('vat')));
    // Words do not run together where lines end.
    expect(spoken).toContain('"Havnegata 14 5003 Bergen"');
  });
});

describe('an XML invoice', () => {
  it('is made of the model alone, in either syntax, and is what the document carries', async () => {
    for (const [syntax, write] of [
      ['ubl', toUbl],
      ['cii', toCii],
    ] as const) {
      const { invoice, eInvoice } = await render('documentation-sample', 'classic', syntax);
      expect(Buffer.from(write(invoice)).equals(eInvoice?.bytes ?? Buffer.of())).toBe(true);
    }
  });
});
