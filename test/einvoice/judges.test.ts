import { describe, expect, it } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { toCii, toUbl } from '#dist/einvoice/index.js';
import { findXmlBreaches, hasJudges, type JudgedXml } from '../support/judges/index.ts';
import { listFixtureInvoices } from './fixture-invoices.ts';

describe.skipIf(!hasJudges('phive'))('phive', () => {
  it('finds nothing in the e-invoice of any fixture', async () => {
    const files = listFixtureInvoices().flatMap(({ name, invoice }): JudgedXml[] => {
      const creditNote = {
        ...invoice,
        kind: 'credit-note' as const,
        number: 'K-7',
        originalNumber: invoice.number,
        dueDate: null,
        payment: null,
      };
      return [
        ...written(`${name}-ubl`, 'invoice', () => toUbl(invoice)),
        ...written(`${name}-credit`, 'credit-note', () => toUbl(creditNote)),
        ...written(`${name}-cii`, 'cii', () => toCii(invoice)),
      ];
    });
    expect(files.length).toBeGreaterThan(60);
    expect(await findXmlBreaches(files)).toEqual([]);
  }, 300_000);

  it('finds a wrong sum, so that its silence means something', async () => {
    const [first] = listFixtureInvoices().filter(({ name }) => name === 'documentation-sample');
    if (first === undefined) throw new Error('no documentation-sample');
    const xml = Buffer.from(toUbl(first.invoice)).toString('utf8');
    const forged = xml.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$11.00');
    const breaches = await findXmlBreaches([{ name: 'forged', rules: 'invoice', bytes: Buffer.from(forged) }]);
    expect(breaches.join('\n')).toContain('BR-CO-16');
  }, 120_000);
});

function written(name: string, rules: JudgedXml['rules'], write: () => Uint8Array): JudgedXml[] {
  try {
    return [{ name, rules, bytes: write() }];
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('EINVOICE_')) return [];
    throw error;
  }
}
