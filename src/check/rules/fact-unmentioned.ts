import { describeFact } from '../describe-fact.ts';
import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const factUnmentioned: Rule = {
  id: 'fact-unmentioned',
  channel: 'text',
  severity: 'error',
  why: 'Amounts and references that the law, the payment or the sums need stand somewhere on a right document, marked or not; names, days and rates that another maker leaves out or writes otherwise are a doubt.',
  passes: ['drop buyerReference'],
  fails: ['line.2.amount: 540,00', 'unmark all'],
  find: findUnmentioned,
};

function findUnmentioned({ unmarked, facts, language }: Evidence): Discovery[] {
  if (unmarked === null) return [];
  const claimed = new Set<string>(unmarked.verdicts.map(({ field }) => field));
  return [...facts.values()]
    .filter(({ name, required, value }) => required && !claimed.has(name) && !unmarked.mentions(value))
    .map(({ name, value }) => {
      const saying = { found: 'absence' };
      const finding = discover({ field: name, expected: describeFact(value, language), saying });
      const isSure = value.kind === 'money' || value.kind === 'reference';
      return isSure ? finding : { ...finding, severity: 'warning' as const };
    });
}
