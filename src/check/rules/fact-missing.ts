import { describeFact } from '../describe-fact.ts';
import { type Evidence, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const factMissing: Rule = {
  id: 'fact-missing',
  channel: 'text',
  severity: 'error',
  why: 'What the law, the payment or the sums need must stand on the page.',
  passes: ['drop buyerReference'],
  fails: ['drop kid'],
  find: findMissing,
};

function findMissing({ facts, prints, language }: Evidence): Discovery[] {
  // Where nothing is marked, everything would be missing; `facts-unmarked` tells what cannot be found at all.
  if (prints.length === 0) return [];
  const printed = new Set(prints.map((print) => print.name));
  const linesPrinted = new Set([...printed].map(toLinePosition));
  return [...facts.values()]
    .filter((fact) => fact.required && !printed.has(fact.name))
    .filter((fact) => isAlone(fact.name))
    .map((fact) => discover({ field: fact.name, expected: describeFact(fact.value, language) }));

  /** Facts of a line that is missing as a whole are `line-missing`'s to tell. */
  function isAlone(name: string): boolean {
    const position = toLinePosition(name);
    return position === null || linesPrinted.has(position);
  }
}
