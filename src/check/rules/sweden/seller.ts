import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seSeller: Rule = {
  id: 'se-seller',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(5)',
  why: 'The seller stands on the invoice with its name, its number and its address.',
  passes: ['seller SE', 'drop buyerReference'],
  fails: ['seller SE', 'drop seller.address'],
  find: (evidence) => findOmitted(evidence, 'SE', /^seller\./),
};
