import { describe, expect, test } from 'vitest';
import { sumMinor } from '#dist/base/index.js';
import { dinteroFaults, parseSource, parseStrictJson, toInvoice } from '#dist/dintero/index.js';
import { multiplyPrice } from '#dist/invoice/index.js';
import { buildFixtures } from '../../fixtures/generate/fixtures.mjs';
import { buildRefused } from '../../fixtures/generate/refused.mjs';
import { faultOf, listFixtures, readBrand, readFixture, readSource } from './fixtures.ts';

/** Doubts that a fixture is about; every other has none. */
const WARNINGS: Readonly<Record<string, readonly string[]>> = {
  'derived-dates': ['source-date-derived', 'source-date-derived'],
  'spec-three-lines': ['source-rate-repaired', 'source-vat-amount', 'source-vat-sum'],
  'wrong-rates': Array.from({ length: 4 }, () => 'source-rate-repaired'),
};

/** Why there is no VAT, and what VAT is in which currency, only the brand knows. */
const BRAND_DECIDES: ReadonlySet<string> = new Set(['not-vat-registered', 'said-by-caller']);

describe.each(listFixtures())('fixture %s', (name) => {
  const source = readSource(name);
  const invoice = toInvoice(source, readBrand(name));
  const { totals } = invoice;

  test('states what the session and the transaction state', () => {
    expect(totals.payableMinor).toBe(source.transaction.amount);
    expect(totals.grossMinor + totals.roundingMinor - totals.prepaidMinor).toBe(totals.payableMinor);
    expect(invoice.currency).toBe(source.session.order.currency);
    expect(invoice.payment?.kid).toBe(source.transaction.metadata?.['kravia:payment_details:kid']);
    expect(invoice.number).toBe(source.transaction.metadata?.['kravia:invoice_number']);
  });

  test('adds up', () => {
    const sum = (key: 'netMinor' | 'vatMinor' | 'grossMinor') => sumMinor(invoice.lines.map((line) => line[key]));
    expect([sum('netMinor'), sum('vatMinor'), sum('grossMinor')]).toEqual([
      totals.netMinor,
      totals.vatMinor,
      totals.grossMinor,
    ]);
    for (const line of invoice.lines) {
      const { quantity, discount } = line;
      expect(Number(multiplyPrice(quantity, line.unitPriceNet)) - (discount?.netMinor ?? 0)).toBe(line.netMinor);
      expect(Number(multiplyPrice(quantity, line.unitPriceGross)) - (discount?.grossMinor ?? 0)).toBe(line.grossMinor);
    }
  });

  test('has every item of the session once, in its order', () => {
    const items = source.session.order.items ?? [];
    const shown = invoice.lines.map((line) => line.sku ?? line.description);
    const expected = items
      .filter((item) => item.type !== 'gift_card' && item.id !== 'rounding-fee')
      .map((item) => item.id ?? item.description);
    expect(shown.slice(0, expected.length)).toEqual(expected);
  });

  test('gives rise to the doubts that it is about, and no others', () => {
    expect(invoice.warnings.map((warning) => warning.ruleId)).toEqual(WARNINGS[name] ?? []);
    expect(invoice.warnings.every((warning) => warning.channel === 'source')).toBe(true);
  });

  test('is of a production account, but for the one that is about test accounts', () => {
    expect(invoice.test).toBe(name === 'said-by-caller');
  });

  test.skipIf(BRAND_DECIDES.has(name))('is the same without its brand, but for seller, payee and wording', () => {
    const plain = toInvoice(source, null, { seller: 'optional' });
    expect(plain.seller).toBeNull();
    // Why there is no VAT is the brand's to say, and with its words the category that they stand for.
    const bare = <T extends object>(part: T) => ({ ...part, category: null, exemption: null });
    const facts = ({ lines, vat, totals, buyer, number, issueDate, dueDate }: typeof plain) => ({
      ...{ lines: lines.map(bare), vat: vat.map(bare), totals, buyer, number, issueDate, dueDate },
    });
    expect(facts(plain)).toEqual(facts(invoice));
  });

  test('keeps identity and requests out', () => {
    expect(JSON.stringify(invoice)).not.toMatch(/01019000083|no-bankid|dintero\.com|shop\.example/);
  });
});

describe.each(listFixtures('refused/'))('refused %s', (name) => {
  const folder = `refused/${name}`;
  const expected = JSON.parse(readFixture(`${folder}/expected.json`).toString('utf8'));

  test(`is ${expected.code} at ${expected.path}`, () => {
    const fault = faultOf(() =>
      toInvoice(parseSource(parseStrictJson(readFixture(`${folder}/source.json`))), readBrand(folder)),
    );
    expect({ code: fault.code, path: fault.path }).toEqual({ code: expected.code, path: expected.path });
    expect(fault.kind).toBe('input');
    expect(fault.hint).not.toBe('');
    expect(fault.message).toMatch(/^(Unexpected .+|The transaction is .+)/);
  });
});

test('every refusal of a source has a source that gets it', () => {
  // Too large a file would bloat the repository, other numbers are tested beside the reader, credit notes by themselves.
  const elsewhere = ['SOURCE_TOO_LARGE', 'NUMBER_INVALID', 'SESSION_NOT_COMPLETED', 'NOT_VOIDED', 'NOTHING_TO_CREDIT'];
  const refusals = Object.entries(dinteroFaults).filter(([, { definition }]) => definition.kind === 'input');
  const codes = listFixtures('refused/').map(
    (name) => JSON.parse(readFixture(`refused/${name}/expected.json`).toString('utf8')).code,
  );
  expect(refusals.map(([code]) => code).filter((code) => !codes.includes(code))).toEqual(elsewhere);
});

describe('the generated files', () => {
  const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

  test('are what the script makes', () => {
    for (const [name, { source, brand }] of Object.entries(buildFixtures())) {
      expect(readFixture(`${name}/source.json`).toString('utf8'), name).toBe(toJson(source));
      if (brand !== undefined) expect(readFixture(`${name}/brand.json`).toString('utf8'), name).toBe(toJson(brand));
    }
    for (const [name, { source, expected }] of Object.entries(buildRefused())) {
      expect(readFixture(`refused/${name}/source.json`).equals(Buffer.from(source)), name).toBe(true);
      expect(readFixture(`refused/${name}/expected.json`).toString('utf8'), name).toBe(toJson(expected));
    }
  });

  test('are all there', () => {
    expect(listFixtures().toSorted()).toEqual(['documentation-sample', ...Object.keys(buildFixtures())].toSorted());
    expect(listFixtures('refused/').toSorted()).toEqual(Object.keys(buildRefused()).toSorted());
  });
});
