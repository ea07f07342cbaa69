import type { TextRun } from '../../readback/index.ts';
import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { gapBetween, toVisualLines } from '../visual-lines.ts';

export const textOverprinted: Rule = {
  id: 'text-overprinted',
  channel: 'visual',
  severity: 'error',
  why: 'Text on text is either a layout gone wrong or one figure hiding another, and nobody can read both.',
  passes: ['touch payable =  NOK'],
  fails: ['over payable = 99,00'],
  find: findOverprinted,
};

/** Kerning and italics overhang by less than this, in ems. */
const OVERLAP = -0.2;

function findOverprinted({ read }: Evidence): Discovery[] {
  return read.pages.flatMap((page) =>
    toVisualLines(page).flatMap((line) => {
      const discoveries: Discovery[] = [];
      let reach: TextRun | undefined;
      for (const run of line) {
        if (reach !== undefined && gapBetween(reach, run) < OVERLAP) discoveries.push(tell(reach, run));
        if (reach === undefined || rightOf(run) > rightOf(reach)) reach = run;
      }
      return discoveries;
    }),
  );
}

function rightOf(run: TextRun): number {
  return run.box.x + run.box.width;
}

function tell(under: TextRun, over: TextRun): Discovery {
  const [below, above] = under.index < over.index ? [under, over] : [over, under];
  const saying = { where: `the place of "${below.text}"`, expected: 'one text in one place' };
  return discover({ field: below.fact ?? above.fact, found: above.text, expected: below.text, at: above, saying });
}
