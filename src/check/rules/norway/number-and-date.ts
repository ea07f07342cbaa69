import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noNumberAndDate: Rule = {
  id: 'no-number-and-date',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-1 no. 1',
  why: 'A sales document has a number and a date of its own, by which it is found in the books.',
  passes: ['drop buyerReference'],
  fails: ['drop invoiceDate'],
  find: (evidence) => findOmitted(evidence, 'NO', /^(?:invoiceNumber|invoiceDate)$/),
};
