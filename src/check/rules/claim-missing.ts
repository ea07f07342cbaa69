import type { ClaimVerdict } from '../claims/index.ts';
import { describeFact } from '../describe-fact.ts';
import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const claimMissing: Rule = {
  id: 'claim-missing',
  channel: 'text',
  severity: 'error',
  why: 'Whoever pays by a document that marks nothing needs number, reference, account, day and sum each under a word that names it.',
  passes: ['drop buyerReference'],
  fails: ['label kid = Husk', 'unmark all'],
  find: findMissing,
};

function findMissing({ unmarked, facts, language }: Evidence): Discovery[] {
  const verdicts = unmarked?.verdicts ?? [];
  const isRight = (name: string) => verdicts.some(({ field, right }) => field === name && right.length > 0);
  // Either form of the account will do, and where there are both, one of them is enough.
  const isSpared = ({ field }: ClaimVerdict) =>
    (field === 'iban' && (isRight('bban') || facts.has('bban'))) || (field === 'bban' && isRight('iban'));
  return verdicts
    .filter((verdict) => verdict.right.length === 0 && verdict.wrong.length === 0 && !isSpared(verdict))
    .map(({ field, expected, doubtful }) => {
      // Sums stand last.
      const seen = doubtful.at(-1) ?? null;
      return discover({
        field,
        expected: describeFact(expected, language),
        found: seen?.text ?? null,
        at: seen,
        saying: seen === null ? { found: 'absence of a value with its name' } : {},
      });
    });
}
