import { expect, test } from 'vitest';
import { isPerfect, writeProof } from '../support/mutants/report.ts';
import { runMutants, type Score } from '../support/mutants/run-mutants.ts';

test('forgeries are found and named, and right documents are left alone', { timeout: 180_000 }, async () => {
  const extent = { seed: 7, mutants: 150, fileMutants: 25, sabotages: 0, invoices: 5 };
  const score = await runMutants(extent);
  expect(score.falseAlarms).toEqual([]);
  expect(score.survivors).toEqual({});
  expect(isPerfect(score)).toBe(true);
  expect(Object.values(score.classes).reduce((sum, { made }) => sum + made, 0)).toBe(175);
});

test('a score with a survivor or a false alarm is not perfect, and says which', () => {
  const whole = { made: 10, found: 10, named: 10, harmless: 0 };
  const score: Score = { classes: { sign: whole }, survivors: {}, invoices: 3, falseAlarms: [] };
  expect(isPerfect(score)).toBe(true);
  expect(isPerfect({ ...score, falseAlarms: ['invoice 2: title'] })).toBe(false);
  const missed = { ...score, classes: { sign: { ...whole, named: 9 } }, survivors: { sign: 'sign: "−1" as "1"' } };
  expect(isPerfect(missed)).toBe(false);
  expect(writeProof({ seed: 1, mutants: 10, fileMutants: 0, sabotages: 0, invoices: 3 }, missed)).toContain('90.00 %');
  expect(writeProof({ seed: 1, mutants: 10, fileMutants: 0, sabotages: 0, invoices: 3 }, missed)).toContain(
    '- sign: "−1" as "1"',
  );
});
