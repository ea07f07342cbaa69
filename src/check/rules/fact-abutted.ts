import type { FactValue } from '../../invoice/index.ts';
import type { TextRun } from '../../readback/index.ts';
import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { gapBetween, toVisualLines } from '../visual-lines.ts';

export const factAbutted: Rule = {
  id: 'fact-abutted',
  channel: 'text',
  severity: 'error',
  why: 'A digit or a sign set close to a proven figure makes another figure of it for everyone who reads the page.',
  passes: ['touch payable =  NOK'],
  fails: ['touch payable = 0'],
  find: findAbutted,
};

/** Facts that are figures; words may have figures beside them. */
const FIGURES: ReadonlySet<FactValue['kind']> = new Set([
  ...(['money', 'unit-price', 'discount', 'rate', 'quantity', 'date', 'reference', 'organization-number'] as const),
]);

/** Closer than this, in ems, and a gap is taken for the space between groups of digits. */
const GROUP_GAP = 0.45;

function findAbutted({ read, facts }: Evidence): Discovery[] {
  const isFigure = (run: TextRun) => FIGURES.has(facts.get(run.fact ?? '')?.value.kind ?? 'text');
  return read.pages.flatMap((page) =>
    toVisualLines(page).flatMap((line) =>
      line.slice(1).flatMap((right, index) => {
        const left = line[index];
        if (left === undefined || left.fact === right.fact || gapBetween(left, right) >= GROUP_GAP) return [];
        if (right.fact === null && isFigure(left) && BEGINS_FIGURE.test(right.text)) return [tell(right, left)];
        if (left.fact === null && isFigure(right) && ENDS_FIGURE.test(left.text)) return [tell(left, right)];
        return [];
      }),
    ),
  );
}

const BEGINS_FIGURE = /^\s*[.,]?\d/u;
const ENDS_FIGURE = /(?:\d[.,]?|[-+\u2010\u2011\u2013\u2212])\s*$/u;

function tell(stranger: TextRun, print: TextRun): Discovery {
  const saying = { where: `${print.fact}, beside "${print.text}"`, expected: 'it alone' };
  return discover({ field: print.fact, found: stranger.text, expected: print.text, at: stranger, saying });
}
