import type { Rule } from '../rule.ts';
import { discoverSights, findInkFlaw } from '../sights.ts';

export const textUnseen: Rule = {
  id: 'text-unseen',
  channel: 'visual',
  severity: 'error',
  why: 'Words that only machines can see are there to deceive them: a label in white leaves its figure to mean something else on paper; only strict validation looks.',
  passes: ['sight payable = {"widthScale": 0.4}'],
  fails: ['sight label = {"fact": null, "colors": []}'],
  find: (evidence) => discoverSights(evidence, (sight) => (sight.fact === null ? findInkFlaw(sight) : null)),
};
