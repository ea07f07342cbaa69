import { expect, it } from 'vitest';
import { killIssue } from '../support/dintero/index.ts';

it('killed at random moments, every transaction is captured once and has its proven document', async () => {
  const report = await killIssue(2, 'dist/cli/main.js', 'fixtures/documentation-sample/brand.json');
  expect(report.failures).toEqual([]);
}, 240_000);
