import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiChangeInvoice: Rule = {
  id: 'fi-change-invoice',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 219',
  why: 'An invoice that changes another refers to it, and to no other, beyond doubt.',
  passes: ['seller FI', 'credits 16788-000011'],
  fails: ['seller FI', 'credits 16788-000011', 'drop originalInvoice'],
  find: (evidence) => findOmitted(evidence, 'FI', /^(?:kind|originalInvoice)$/),
};
