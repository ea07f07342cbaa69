import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seUnitPrice: Rule = {
  id: 'se-unit-price',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(8)',
  why: 'A trader is told the price of one, and what was taken off it.',
  passes: ['seller SE', 'drop netTotal'],
  fails: ['seller SE', 'drop line.2.unitPrice'],
  find: (evidence) => findOmitted(evidence, 'SE', /^line\.\d+\.(?:unitPrice|discount)$/),
};
