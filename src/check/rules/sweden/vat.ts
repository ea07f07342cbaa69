import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seVat: Rule = {
  id: 'se-vat',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(8) to 226(10)',
  why: 'The buyer deducts by it: what is taxed at each rate, the rate, and the tax.',
  passes: ['seller SE', 'drop netTotal'],
  fails: ['seller SE', 'drop vat.2500.net'],
  find: (evidence) => findOmitted(evidence, 'SE', /^(?:vatTotal|vat\..*)$/),
};
