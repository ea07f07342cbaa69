import type { Rule } from '../rule.ts';
import { discoverSights, isOverpainted } from '../sights.ts';

export const textCovered: Rule = {
  id: 'text-covered',
  channel: 'visual',
  severity: 'error',
  why: 'What is painted over text hides it or makes another figure of it, while every machine still reads the old one; only strict validation looks.',
  passes: ['sight payable = {"overpainted": 0.01}'],
  fails: ['sight payable = {"overpainted": 0.5}'],
  find: (evidence) =>
    discoverSights(
      evidence,
      (sight) => (isOverpainted(sight) ? `paint over ${Math.ceil(sight.overpainted * 100)} % of a character` : null),
      'text that nothing is painted over',
    ),
};
