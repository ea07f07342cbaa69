import { describeFact } from '../describe-fact.ts';
import type { Evidence } from '../evidence.ts';
import { hasPack } from '../law.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const factMissing: Rule = {
  id: 'fact-missing',
  channel: 'text',
  severity: 'error',
  why: 'What the payment or the sums need must stand on the page, and what the law asks for unless a rule of its own tells it.',
  passes: ['drop buyerReference'],
  fails: ['drop kid'],
  find: findMissing,
};

function findMissing({ omissions, invoice, language }: Evidence): Discovery[] {
  return omissions
    .filter(({ need }) => need !== 'law' || !hasPack(invoice))
    .map(({ fact }) => discover({ field: fact.name, expected: describeFact(fact.value, language) }));
}
