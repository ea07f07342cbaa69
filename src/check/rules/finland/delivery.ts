import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiDelivery: Rule = {
  id: 'fi-delivery',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(7)',
  why: 'The day of the supply, which decides the rate, stands on the invoice where it is another than that of the invoice.',
  passes: ['seller FI', 'drop buyerReference'],
  fails: ['seller FI', 'drop deliveryDate'],
  find: (evidence) => findOmitted(evidence, 'FI', /^deliveryDate$/),
};
