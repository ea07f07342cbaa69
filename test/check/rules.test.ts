import { describe, expect, test } from 'vitest';
import { checkDocument, RULES } from '#dist/check/index.js';
import { INVOICE, makeSpecimen, toContext } from './specimen.ts';

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
    expect(checkDocument(makeSpecimen(rule.passes), INVOICE, toContext(rule.passes)).findings).toEqual([]);
  });

  test('finds its failing example', () => {
    const { findings } = checkDocument(makeSpecimen(rule.fails), INVOICE, toContext(rule.fails));
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
