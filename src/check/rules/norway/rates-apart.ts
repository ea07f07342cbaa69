import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noRatesApart: Rule = {
  id: 'no-rates-apart',
  channel: 'text',
  severity: 'warning',
  citation: 'bokføringsforskriften § 5-1-1 no. 6',
  why: 'Turnover of different rates, and turnover without tax, is told apart.',
  passes: ['drop netTotal'],
  fails: ['drop vat.1500.net'],
  find: (evidence) => findOmitted(evidence, 'NO', /^vat\..*\.(?:rate|net)$/, 'doubt'),
};
