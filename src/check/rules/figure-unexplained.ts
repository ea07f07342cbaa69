import type { Evidence } from '../evidence.ts';
import { collectExplanations } from '../explanations.ts';
import { type Figure, findFigures } from '../figures.ts';
import { boxAround, toLines } from '../printed-fact.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { mayBeSellersNumber } from '../seller-numbers.ts';
import { toUnmarkedStretches } from '../unmarked-stretches.ts';
import { toVisualLines } from '../visual-lines.ts';

export const figureUnexplained: Rule = {
  id: 'figure-unexplained',
  channel: 'text',
  severity: 'error',
  why: 'A second total, another account or a stale date beside the true one is enough to have the wrong sum paid to the wrong place.',
  passes: ['beside vat.2500.vat = 560,00', 'text Org.nr. 988 077 917', 'text +47 22 00 00 00'],
  fails: ['text Å betale 560,00 NOK'],
  find: findUnexplained,
};

function findUnexplained(evidence: Evidence): Discovery[] {
  const { read, prints, invoice } = evidence;
  // Where nothing is marked, every figure would be told; `facts-unmarked` says it once.
  if (prints.length === 0) return [];
  const explain = collectExplanations(evidence);
  return read.pages.flatMap((page) =>
    toVisualLines(page).flatMap((line) =>
      toUnmarkedStretches(line).flatMap((runs) => {
        const figures = findFigures(toLines(runs).join(' ')).filter((figure) => !explain(figure, line));
        const at = { page: page.number, box: boxAround(runs.map((run) => run.box)) };
        const saying = {
          where: 'text that is not marked',
          expected: 'a figure of the session, marked as the fact it is',
        };
        // Without its brand an invoice does not know the seller's numbers; of amounts, days and accounts it knows all.
        const isDoubt = (figure: Figure) => invoice.seller === null && mayBeSellersNumber(figure);
        return figures.map((figure) => ({
          ...discover({ found: figure.text, at, saying }),
          severity: isDoubt(figure) ? ('warning' as const) : ('error' as const),
        }));
      }),
    ),
  );
}
