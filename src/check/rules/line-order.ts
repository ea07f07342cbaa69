import { groupLines } from '../../invoice/index.ts';
import { type Evidence, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const lineOrder: Rule = {
  id: 'line-order',
  channel: 'text',
  severity: 'error',
  why: 'Lines in the order of the session, or of its item groups, are how two people with the same invoice speak of the same line.',
  passes: ['double seller.name'],
  fails: ['swap line.1 line.2'],
  find: findDisorder,
};

function findDisorder({ prints, invoice }: Evidence): Discovery[] {
  const bySession = findAgainst(prints, (position) => position);
  if (bySession.length === 0) return [];
  const grouped = groupLines(invoice.lines).flatMap((group) => group.lines.map((line) => line.position));
  const byGroup = findAgainst(prints, (position) => grouped.indexOf(position));
  return byGroup.length === 0 ? [] : bySession;
}

/** Prints of lines that stand after one which should follow them, by a rank for each position. */
function findAgainst(prints: Evidence['prints'], rankOf: (position: number) => number): Discovery[] {
  const discoveries: Discovery[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  let last = 0;
  let current: number | null = null;
  for (const print of prints) {
    const position = print.artifact ? null : toLinePosition(print.name);
    if (position === null || position === current) continue;
    const rank = rankOf(position);
    if (rank < highest) {
      const saying = { found: 'place', where: `line ${position}`, expected: `one before line ${last}` };
      discoveries.push(discover({ field: `line.${position}`, found: print.text, at: print, saying }));
    }
    if (rank > highest) {
      highest = rank;
      last = position;
    }
    current = position;
  }
  return discoveries;
}
