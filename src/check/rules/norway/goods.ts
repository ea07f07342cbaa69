import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noGoods: Rule = {
  id: 'no-goods',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-1 no. 3',
  why: 'What was sold, and how much of it, stands on each line.',
  passes: ['line.2.quantity: 2,0'],
  fails: ['drop line.2.quantity'],
  find: (evidence) => findOmitted(evidence, 'NO', /^line\.\d+\.(?:description|quantity)$/),
};
