import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seVatInKronor: Rule = {
  id: 'se-vat-in-kronor',
  channel: 'text',
  severity: 'warning',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 230',
  why: 'Tax is stated in Swedish kronor too where the invoice is in another currency.',
  passes: ['seller SE', 'vat-national 20200 SEK'],
  fails: ['seller SE', 'vat-national 20200 SEK', 'drop vatTotalNational'],
  find: (evidence) => findOmitted(evidence, 'SE', /^vatTotalNational$/, 'doubt'),
};
