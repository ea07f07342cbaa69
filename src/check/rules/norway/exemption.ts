import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noExemption: Rule = {
  id: 'no-exemption',
  channel: 'text',
  severity: 'warning',
  citation: 'bokføringsforskriften § 5-1-1 no. 7',
  why: 'Where no tax is charged the document says why.',
  passes: ['exempt Bøker er fritatt for merverdiavgift.'],
  fails: ['exempt Bøker er fritatt for merverdiavgift.', 'drop exemption.0'],
  find: (evidence) => findOmitted(evidence, 'NO', /^exemption\./, 'doubt'),
};
