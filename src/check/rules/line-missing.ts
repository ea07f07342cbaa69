import { describeFact } from '../describe-fact.ts';
import { type Evidence, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const lineMissing: Rule = {
  id: 'line-missing',
  channel: 'text',
  severity: 'error',
  why: 'A line that was sold and is not on the document leaves a sum that nobody can follow.',
  passes: ['line.2.quantity: 2,0'],
  fails: ['drop line.2'],
  find: findMissingLines,
};

function findMissingLines({ invoice, facts, prints, language }: Evidence): Discovery[] {
  if (prints.length === 0) return [];
  const printed = new Set(prints.map((print) => toLinePosition(print.name)));
  return invoice.lines
    .filter(({ position }) => !printed.has(position))
    .map(({ position, description }) => {
      const amount = facts.get(`line.${position}.amount`);
      const expected = amount === undefined ? description : `${description}, ${describeFact(amount.value, language)}`;
      return discover({ field: `line.${position}`, expected });
    });
}
