import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiGoods: Rule = {
  id: 'fi-goods',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e § and 209 f §, directive 2006/112/EC art. 226(6)',
  why: 'What was sold, and how much of it, stands on each line.',
  passes: ['seller FI', 'line.2.quantity: 2,0'],
  fails: ['seller FI', 'drop line.2.quantity'],
  find: (evidence) => findOmitted(evidence, 'FI', /^line\.\d+\.(?:description|quantity)$/),
};
