import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seConsideration: Rule = {
  id: 'se-consideration',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(8)',
  why: 'What is asked for it, and in which currency.',
  passes: ['seller SE', 'drop netTotal'],
  fails: ['seller SE', 'drop currency'],
  find: (evidence) => findOmitted(evidence, 'SE', /^(?:payable|currency)$/),
};
