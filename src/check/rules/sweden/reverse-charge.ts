import { findNoReverseCharge } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seReverseCharge: Rule = {
  id: 'se-reverse-charge',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(11a)',
  why: 'A buyer who is to pay the tax is told so.',
  passes: ['seller SE', 'reverse-charge', 'text Omvänd betalningsskyldighet'],
  fails: ['seller SE', 'reverse-charge'],
  find: (evidence) => findNoReverseCharge(evidence, 'SE', WORDS),
};

const WORDS = [['Omvänd betalningsskyldighet'], ['Omvänd skattskyldighet'], ['Reverse charge']];
