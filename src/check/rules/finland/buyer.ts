import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiBuyer: Rule = {
  id: 'fi-buyer',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(5)',
  why: 'The buyer stands on the invoice with its name and its address.',
  passes: ['seller FI', 'drop buyer.organizationNumber'],
  fails: ['seller FI', 'drop buyer.address'],
  find: (evidence) => findOmitted(evidence, 'FI', /^buyer\./),
};
