import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noConsideration: Rule = {
  id: 'no-consideration',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-1 no. 5',
  why: 'What is asked for it, in which currency, and the day on which it is due.',
  passes: ['drop payee', 'add payee: Kravia AS'],
  fails: ['drop dueDate'],
  find: (evidence) => findOmitted(evidence, 'NO', /^(?:payable|currency|dueDate)$/),
};
