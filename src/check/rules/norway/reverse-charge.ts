import { findNoReverseCharge } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noReverseCharge: Rule = {
  id: 'no-reverse-charge',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-1 no. 7',
  why: 'A buyer who is to pay the tax is told so in the words that the regulation gives.',
  passes: ['reverse-charge', 'text Omvendt avgiftsplikt – Merverdiavgift ikke beregnet'],
  fails: ['reverse-charge', 'text Snudd avregning'],
  find: (evidence) => findNoReverseCharge(evidence, 'NO', WORDS),
};

const WORDS = [['Omvendt avgiftsplikt', 'Merverdiavgift ikke beregnet']];
