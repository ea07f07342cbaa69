import { describe, expect, it } from 'vitest';
import { Fault } from '#dist/base/index.js';
import { toCii, toUbl } from '#dist/einvoice/index.js';
import type { Invoice, Seller } from '#dist/invoice/index.js';
import { type SampleLine, sampleInvoice } from '../invoice/sample-invoice.ts';
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
    // A sole trader is not entered in Foretaksregisteret, and says so; Peppol only asks to make sure.
    const breaches = await findXmlBreaches(files);
    expect(breaches.filter((breach) => !/^not-vat-registered-\w+: warn NO-R-002 /.test(breach))).toEqual([]);
  }, 300_000);

  it('finds nothing where VAT is exempt, zero, outside the scope, or wanted in another currency too', async () => {
    const exempt = { grossMinor: 40_000, rateBps: 0, category: 'E', exemption: 'Unntatt fra merverdiavgift' } as const;
    const zero = { grossMinor: 9_900, rateBps: 0, category: 'Z' } as const;
    const outside = { grossMinor: 12_345, rateBps: 0, category: 'O', exemption: 'Ikke registrert' } as const;
    const standard = { grossMinor: 33_300, rateBps: 2500, units: 3 } as const;
    const national = addressed([standard]);
    const files = [
      ...written('exempt', 'invoice', () => toUbl(addressed([standard, exempt, zero]))),
      ...written('exempt-cii', 'cii', () => toCii(addressed([standard, exempt, zero]))),
      ...written('outside', 'invoice', () => toUbl(addressed([outside], { vatRegistered: false }))),
      ...written('outside-cii', 'cii', () => toCii(addressed([outside], { vatRegistered: false }))),
      ...[toUbl, toCii].flatMap((write, index) =>
        written(`national-${index}`, index === 0 ? 'invoice' : 'cii', () =>
          write({
            ...national,
            totals: {
              ...national.totals,
              vatNational: { minor: 6_128, currency: 'SEK', rate: { units: 92, scale: 2 } },
            },
          }),
        ),
      ),
      ...written('returned', 'invoice', () =>
        toUbl(addressed([standard, { grossMinor: -12_500, rateBps: 2500, units: 2 }])),
      ),
    ];
    expect(files).toHaveLength(7);
    expect(await findXmlBreaches(files)).toEqual([]);
  }, 120_000);

  it('finds a wrong sum, so that its silence means something', async () => {
    const [first] = listFixtureInvoices().filter(({ name }) => name === 'documentation-sample');
    if (first === undefined) throw new Error('no documentation-sample');
    const xml = Buffer.from(toUbl(first.invoice)).toString('utf8');
    const forged = xml.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, '$11.00');
    const breaches = await findXmlBreaches([{ name: 'forged', rules: 'invoice', bytes: Buffer.from(forged) }]);
    expect(breaches.join('\n')).toContain('BR-CO-16');
  }, 120_000);
});

/** The sample with electronic addresses; `seller` replaces parts of it. */
function addressed(lines: readonly SampleLine[], seller: Partial<Seller> = {}): Invoice {
  const invoice = sampleInvoice(lines);
  if (invoice.seller === null) throw new Error('the sample has no seller');
  const endpoint = { scheme: '0192', id: invoice.seller.organizationNumber };
  const statements = { ...invoice.seller.statements, foretaksregisteret: true };
  return { ...invoice, seller: { ...invoice.seller, endpoint, statements, ...seller } };
}

function written(name: string, rules: JudgedXml['rules'], write: () => Uint8Array): JudgedXml[] {
  try {
    return [{ name, rules, bytes: write() }];
  } catch (error) {
    if (error instanceof Fault && error.code.startsWith('EINVOICE_')) return [];
    throw error;
  }
}
