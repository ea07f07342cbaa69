import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiConsideration: Rule = {
  id: 'fi-consideration',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(8)',
  why: 'What is asked for it, and in which currency.',
  passes: ['seller FI', 'drop netTotal'],
  fails: ['seller FI', 'drop currency'],
  find: (evidence) => findOmitted(evidence, 'FI', /^(?:payable|currency)$/),
};
