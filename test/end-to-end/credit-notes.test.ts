import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '#dist/index.js';
import { dumpPages } from '#dist/layout/index.js';
import { listCreditNoteFixtures } from '../support/fixtures.ts';

const engines: Engine[] = [];

async function openEngine(brand: string | undefined): Promise<Engine> {
  const engine = await createEngine({ brand, kind: 'credit-note' });
  engines.push(engine);
  return engine;
}

afterAll(() => Promise.all(engines.map((engine) => engine.close())));

describe.each(listCreditNoteFixtures())('credit note $name', ({ folder, source, brandFile }) => {
  it('gives the model and the pages that were approved', async () => {
    const engine = await openEngine(brandFile);
    const { invoice, paged } = engine.layOut(source);
    expect(`${JSON.stringify(invoice, null, 2)}\n`).toBe(readFileSync(join(folder, 'model.json'), 'utf8'));
    expect(dumpPages(paged)).toBe(readFileSync(join(folder, 'pages.txt'), 'utf8'));
  });

  it('has its own number, the invoice’s beside it, and asks for nothing', async () => {
    const engine = await openEngine(brandFile);
    const { pdf, invoice } = engine.render(source);
    const { transaction, document } = JSON.parse(String(source));
    expect(invoice).toMatchObject({
      number: document.credit_note_number,
      originalNumber: transaction.metadata['kravia:invoice_number'],
      dueDate: null,
      payment: null,
      issueDate: { date: '2026-12-03', origin: 'event' },
    });
    const report = await engine.validate(pdf, source, { strict: true });
    expect([report.verdict, report.findings]).toEqual(['valid', []]);
    expect(Object.keys(report.facts)).toEqual(expect.arrayContaining(['kind', 'originalInvoice', 'payable']));
    expect(Object.keys(report.facts).filter((fact) => /^(?:kid|bban|iban|bic|payee|dueDate)$/.test(fact))).toEqual([]);
  });

  it('is none of the invoice’s, and no invoice is made of what was cancelled', async () => {
    const engine = await createEngine({ brand: brandFile });
    engines.push(engine);
    expect(() => engine.render(source)).toThrow(expect.objectContaining({ code: 'TRANSACTION_VOIDED' }));
  });
});
