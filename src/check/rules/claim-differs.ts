import type { Claim } from '../claims/index.ts';
import { describeFact } from '../describe-fact.ts';
import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const claimDiffers: Rule = {
  id: 'claim-differs',
  channel: 'text',
  severity: 'error',
  why: 'In a document that marks nothing, what stands under a name for it is what gets paid, on whatever day and to whatever account.',
  passes: ['drop buyerReference'],
  fails: ['kid: 300000019497841', 'unmark all'],
  find: findOthers,
};

function findOthers({ unmarked, language }: Evidence): Discovery[] {
  return (unmarked?.verdicts ?? []).flatMap(({ field, expected, wrong }) =>
    wrong.map((claim) =>
      discover({
        field,
        expected: describeFact(expected, language),
        found: claim.text,
        at: claim,
        saying: { found: describeClaim(claim) },
      }),
    ),
  );
}

function describeClaim({ text, label }: Claim): string {
  return label === null ? `"${text}"` : `"${text}" under "${label}"`;
}
