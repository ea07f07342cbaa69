import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiNumberAndDate: Rule = {
  id: 'fi-number-and-date',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e § and 209 f §, directive 2006/112/EC art. 226(1) and (2)',
  why: 'An invoice has a day of issue and a running identifier.',
  passes: ['seller FI', 'drop buyerReference'],
  fails: ['seller FI', 'drop invoiceDate'],
  find: (evidence) => findOmitted(evidence, 'FI', /^(?:invoiceNumber|invoiceDate)$/),
};
