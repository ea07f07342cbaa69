import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiUnitPrice: Rule = {
  id: 'fi-unit-price',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(8)',
  why: 'A trader is told the price of one, and what was taken off it.',
  passes: ['seller FI', 'drop netTotal'],
  fails: ['seller FI', 'drop line.2.discount'],
  find: (evidence) => findOmitted(evidence, 'FI', /^line\.\d+\.(?:unitPrice|discount)$/),
};
