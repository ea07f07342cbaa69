import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seChangeInvoice: Rule = {
  id: 'se-change-invoice',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap. 22 §, directive 2006/112/EC art. 219',
  why: 'An invoice that changes another refers to it, and to no other, beyond doubt.',
  passes: ['seller SE', 'credits 16788-000011'],
  fails: ['seller SE', 'credits 16788-000011', 'drop originalInvoice'],
  find: (evidence) => findOmitted(evidence, 'SE', /^(?:kind|originalInvoice)$/),
};
