import { type Evidence, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const lineOrder: Rule = {
  id: 'line-order',
  channel: 'text',
  severity: 'error',
  why: 'Lines in the order of the session are how two people with the same invoice speak of the same line.',
  passes: ['double seller.name'],
  fails: ['swap line.1 line.2'],
  find: findDisorder,
};

function findDisorder({ prints }: Evidence): Discovery[] {
  const discoveries: Discovery[] = [];
  let highest = 0;
  let current: number | null = null;
  for (const print of prints) {
    const position = print.artifact ? null : toLinePosition(print.name);
    if (position === null || position === current) continue;
    if (position < highest) {
      const saying = { found: 'place', where: `line ${position}`, expected: `one before line ${highest}` };
      discoveries.push(discover({ field: `line.${position}`, found: print.text, at: print, saying }));
    }
    highest = Math.max(highest, position);
    current = position;
  }
  return discoveries;
}
