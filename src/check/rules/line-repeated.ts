import { type Evidence, toLinePosition } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const lineRepeated: Rule = {
  id: 'line-repeated',
  channel: 'text',
  severity: 'error',
  why: 'A line printed twice is asked for twice, whatever the total says.',
  passes: ['double payable'],
  fails: ['double line.2'],
  find: findRepeats,
};

/** A fact of a line stands once; only page furniture may say it again. */
function findRepeats({ prints }: Evidence): Discovery[] {
  const seen = new Set<string>();
  const reported = new Set<number>();
  const discoveries: Discovery[] = [];
  for (const print of prints) {
    const position = print.artifact ? null : toLinePosition(print.name);
    if (position === null) continue;
    if (seen.has(print.name) && !reported.has(position)) {
      reported.add(position);
      const saying = { found: `a second "${print.text}"`, expected: 'one' };
      discoveries.push(discover({ field: print.name, found: print.text, at: print, saying }));
    }
    seen.add(print.name);
  }
  return discoveries;
}
