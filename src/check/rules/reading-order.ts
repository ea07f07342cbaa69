import type { Evidence } from '../evidence.ts';
import { type Discovery, discover, type Rule } from '../rule.ts';

export const readingOrder: Rule = {
  id: 'reading-order',
  channel: 'structure',
  severity: 'error',
  why: 'Page and structure in different orders are two documents, one for the eye and one for the ear.',
  passes: ['double seller.name'],
  fails: ['reverse structure'],
  find: findDisorder,
};

/** One finding a page: where the first stretch of text stands that the structure has earlier. */
function findDisorder({ read, structure, unmarked }: Evidence): Discovery[] {
  if (unmarked !== null) return [];
  return read.pages.flatMap((page) => {
    let last = -1;
    for (const run of page.runs) {
      const order = structure.get(run.contentId ?? '')?.order;
      if (order === undefined) continue;
      if (order < last) {
        const saying = { where: 'the reading order', expected: 'it earlier, as the structure has it' };
        return [discover({ field: run.fact, found: run.text, at: run, saying })];
      }
      last = order;
    }
    return [];
  });
}
