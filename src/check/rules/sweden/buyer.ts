import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seBuyer: Rule = {
  id: 'se-buyer',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(5)',
  why: 'The buyer stands on the invoice with its full name and its address.',
  passes: ['seller SE', 'drop buyer.organizationNumber'],
  fails: ['seller SE', 'drop buyer.name'],
  find: (evidence) => findOmitted(evidence, 'SE', /^buyer\./),
};
