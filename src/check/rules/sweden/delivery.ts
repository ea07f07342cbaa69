import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seDelivery: Rule = {
  id: 'se-delivery',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(7)',
  why: 'The day of the supply stands on the invoice where it is another than that of the invoice.',
  passes: ['seller SE', 'drop buyerReference'],
  fails: ['seller SE', 'drop deliveryDate'],
  find: (evidence) => findOmitted(evidence, 'SE', /^deliveryDate$/),
};
