import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seNumberAndDate: Rule = {
  id: 'se-number-and-date',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(1) and (2)',
  why: 'An invoice has a day of issue and a serial number that is its alone.',
  passes: ['seller SE', 'drop buyerReference'],
  fails: ['seller SE', 'drop invoiceNumber'],
  find: (evidence) => findOmitted(evidence, 'SE', /^(?:invoiceNumber|invoiceDate)$/),
};
