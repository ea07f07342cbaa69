import type { Rule } from '../rule.ts';
import { discoverSights } from '../sights.ts';

export const textOptional: Rule = {
  id: 'text-optional',
  channel: 'visual',
  severity: 'error',
  why: 'What is on a layer is shown or left out as the viewer likes, so two people look at two documents; only strict validation looks.',
  passes: ['sight payable = {"contrast": 2}'],
  fails: ['sight payable = {"layered": true}'],
  find: (evidence) =>
    discoverSights(
      evidence,
      ({ layered }) => (layered ? 'text on an optional layer' : null),
      'text that is always shown',
    ),
};
