import { findNoReverseCharge } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiReverseCharge: Rule = {
  id: 'fi-reverse-charge',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e §, directive 2006/112/EC art. 226(11a)',
  why: 'A buyer who is to pay the tax is told so.',
  passes: ['seller FI', 'reverse-charge', 'text Käännetty verovelvollisuus'],
  fails: ['seller FI', 'reverse-charge'],
  find: (evidence) => findNoReverseCharge(evidence, 'FI', WORDS),
};

const WORDS = [['Käännetty verovelvollisuus'], ['Omvänd skattskyldighet'], ['Reverse charge']];
