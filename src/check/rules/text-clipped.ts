import type { Rule } from '../rule.ts';
import { discoverSights } from '../sights.ts';

export const textClipped: Rule = {
  id: 'text-clipped',
  channel: 'visual',
  severity: 'error',
  why: 'Text that is cut off, or lies beyond the edge of the page, is in the file but not on the paper, or not all of it; only strict validation looks.',
  passes: ['sight payable = {"hidden": 0.05}'],
  fails: ['sight payable = {"hidden": 0.5}'],
  find: (evidence) =>
    discoverSights(
      evidence,
      ({ hidden, offPage }) => {
        if (offPage) return 'text outside the visible page';
        return hidden > MOST ? `a character cut off by ${Math.ceil(hidden * 100)} %` : null;
      },
      'text that is there as a whole',
    ),
};

/** Of a character; swashes and slanted letters reach out by less. */
const MOST = 0.1;
