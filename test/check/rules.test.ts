import { describe, expect, test } from 'vitest';
import { checkDocument, RULES } from '#dist/check/index.js';
import { listRequiredFacts } from '#dist/invoice/index.js';
import { INVOICE, makeSpecimen, toContext, toExampleInvoice } from './specimen.ts';

test('the specimen itself is valid, and every fact of it proven', () => {
  const report = checkDocument(makeSpecimen(), INVOICE, { language: 'nb' });
  expect(report.findings).toEqual([]);
  expect(report.verdict).toBe('valid');
  expect(report.facts).toMatchObject({
    payable: '1 250,00',
    kid: '300000019497814',
    dueDate: '7.12.2026',
    'line.2.amount': '450,00',
    'vat.1500.vat': '90,00',
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('lets its passing example pass', () => {
    expect(
      checkDocument(makeSpecimen(rule.passes), toExampleInvoice(rule.passes), toContext(rule.passes)).findings,
    ).toEqual([]);
  });

  test('finds its failing example', () => {
    const { findings } = checkDocument(makeSpecimen(rule.fails), toExampleInvoice(rule.fails), toContext(rule.fails));
    const own = findings.filter((finding) => finding.ruleId === id);
    expect(own.length).toBeGreaterThan(0);
    for (const finding of own) {
      expect(finding).toMatchObject({ channel: rule.channel, severity: rule.severity });
      expect(finding.message).toMatch(/^Unexpected .+ in .+, expected .+/);
    }
  });
});

test('ids are unique, in kebab-case, and every rule says why in one sentence', () => {
  const ids = RULES.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of RULES) {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
  }
});

describe.each(['NO', 'SE', 'FI'])('the law of %s', (country) => {
  const seller = `seller ${country}`;
  test.each([
    ['an invoice', []],
    ['one without tax on a part', ['exempt Fritatt.']],
    ['one in another currency', ['vat-national 20200 SEK']],
    ['a credit note', ['credits 16788-000011']],
  ])('tells each fact of %s that it asks for by one rule, and the others by none', (_, edits) => {
    const invoice = toExampleInvoice([seller, ...edits]);
    const law = listRequiredFacts(invoice).filter(({ need }) => need === 'law');
    expect(law.length).toBeGreaterThan(15);
    for (const { name } of law) {
      const document = makeSpecimen([seller, ...edits, `drop ${name}`]);
      const told = checkDocument(document, invoice, { strict: true }).findings.filter(({ found }) => found === null);
      const rules = told.filter(({ field }) => field === name).map(({ ruleId }) => ruleId);
      expect({ name, rules }).toEqual({
        name,
        rules: [expect.stringMatching(new RegExp(`^${country.toLowerCase()}-`))],
      });
      expect(told.every(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

test('provisions that were not read in their source are warnings, and stand in the message', () => {
  const edits = ['drop vat.1500.net'];
  expect(checkDocument(makeSpecimen(edits), INVOICE)).toMatchObject({
    verdict: 'valid',
    findings: [{ ruleId: 'no-rates-apart', severity: 'warning', field: 'vat.1500.net', expected: '600,00 NOK' }],
  });
  const { findings } = checkDocument(makeSpecimen(['drop invoiceDate']), INVOICE);
  expect(findings[0]?.message).toBe(
    'Unexpected absence in invoiceDate, expected "23.11.2026" (bokføringsforskriften § 5-1-1 no. 1)',
  );
});

test("a credit note that borrows the invoice's number has none of its own", () => {
  const invoice = { ...toExampleInvoice(['credits 16788-000011']), number: 'K-16788-000011' };
  const { findings } = checkDocument(makeSpecimen([], invoice), invoice);
  expect(findings).toMatchObject([{ ruleId: 'no-credit-note', field: 'invoiceNumber', found: 'K-16788-000011' }]);
});
