import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiVat: Rule = {
  id: 'fi-vat',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e § and 209 f §, directive 2006/112/EC art. 226(8) to 226(10) and 230',
  why: 'The buyer deducts by it: what is taxed at each rate, the rate, and the tax, in euros too.',
  passes: ['seller FI', 'drop netTotal'],
  fails: ['seller FI', 'drop vat.1500.rate'],
  find: (evidence) => findOmitted(evidence, 'FI', /^(?:vatTotal|vatTotalNational|vat\..*)$/),
};
