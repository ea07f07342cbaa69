import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seExemption: Rule = {
  id: 'se-exemption',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(11)',
  why: 'Where no tax is charged the invoice says why.',
  passes: ['seller SE', 'exempt Undantaget från skatteplikt.'],
  fails: ['seller SE', 'exempt Undantaget från skatteplikt.', 'drop exemption.0'],
  find: (evidence) => findOmitted(evidence, 'SE', /^exemption\./),
};
