import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seGoods: Rule = {
  id: 'se-goods',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(6)',
  why: 'What was sold, and how much of it, stands on each line.',
  passes: ['seller SE', 'line.2.quantity: 2,0'],
  fails: ['seller SE', 'drop line.2.description'],
  find: (evidence) => findOmitted(evidence, 'SE', /^line\.\d+\.(?:description|quantity)$/),
};
