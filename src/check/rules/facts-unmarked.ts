import { describeFact } from '../describe-fact.ts';
import type { Evidence } from '../evidence.ts';
import { findInText } from '../find-in-text.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const factsUnmarked: Rule = {
  id: 'facts-unmarked',
  channel: 'text',
  severity: 'error',
  why: 'Without marks a figure can be found but not proven to stand for what the session says.',
  passes: ['drop buyerReference'],
  fails: ['unmark all'],
  find: findUnmarked,
};

/** What a payer needs most; looked for as text where nothing is marked. */
const LOOKED_FOR = ['invoiceNumber', 'kid', 'payable', 'dueDate', 'bban', 'iban'];

function findUnmarked({ read, prints, facts, language }: Evidence): Discovery[] {
  if (prints.length > 0) return [];
  const saying = { found: 'text without marks', expected: 'facts marked as such' };
  const absent = LOOKED_FOR.flatMap((name) => {
    const fact = facts.get(name);
    if (fact === undefined || findInText(read, fact.value, language)) return [];
    return [discover({ field: name, expected: describeFact(fact.value, language) })];
  });
  return [discover({ saying }), ...absent];
}
