import type { Rule } from '../rule.ts';
import { discoverSights, findInkFlaw } from '../sights.ts';

export const factUnseen: Rule = {
  id: 'fact-unseen',
  channel: 'visual',
  severity: 'error',
  why: 'Text in the colour of its paper, squeezed to a line or not painted at all is read from the file by machines and by nobody from the paper; only strict validation looks.',
  passes: ['sight payable = {"contrast": 2}'],
  fails: ['sight payable = {"contrast": 1.02}'],
  find: (evidence) => discoverSights(evidence, (sight) => (sight.fact === null ? null : findInkFlaw(sight))),
};
