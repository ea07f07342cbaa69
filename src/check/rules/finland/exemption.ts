import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiExemption: Rule = {
  id: 'fi-exemption',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(11)',
  why: 'Where no tax is charged the invoice says why.',
  passes: ['seller FI', 'exempt Arvonlisäveroton (AVL 34 §).'],
  fails: ['seller FI', 'exempt Arvonlisäveroton (AVL 34 §).', 'drop exemption.0'],
  find: (evidence) => findOmitted(evidence, 'FI', /^exemption\./),
};
