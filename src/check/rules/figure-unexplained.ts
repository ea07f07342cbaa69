import type { Evidence } from '../evidence.ts';
import { collectExplanations, type Explain } from '../explanations.ts';
import { type Figure, findFigures } from '../figures.ts';
import { boxAround, toLines } from '../printed-fact.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';
import { saysAnyFact } from '../says-any-fact.ts';
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
  const { read, invoice, unmarked } = evidence;
  const explain = unmarked === null ? collectExplanations(evidence) : explainUnmarked(evidence);
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
        const isDoubt = (figure: Figure) =>
          unmarked !== null || (invoice.seller === null && mayBeSellersNumber(figure));
        return figures.map((figure) => ({
          ...discover({ found: figure.text, at, saying }),
          severity: isDoubt(figure) ? ('warning' as const) : ('error' as const),
        }));
      }),
    ),
  );
}

/** Others print the session's figures as they like, and figures of their own, fees and numbers of theirs, as well. */
function explainUnmarked(evidence: Evidence): Explain {
  const explain = collectExplanations(evidence);
  const isFact = saysAnyFact(evidence);
  const { verdicts = [] } = evidence.unmarked ?? {};
  // What stands under a name is told by it already.
  const claimed = verdicts.flatMap(({ wrong, doubtful }) => [...wrong, ...doubtful].map(({ text }) => text));
  const isTold = ({ text }: Figure) => claimed.some((claim) => claim.includes(text) || text.endsWith(claim));
  return (figure, line) => figure.kind === 'share' || explain(figure, line) || isFact(figure) || isTold(figure);
}
