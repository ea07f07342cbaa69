import { type Discovery, discover, type Rule } from '../rule.ts';

export const factsUnmarked: Rule = {
  id: 'facts-unmarked',
  channel: 'text',
  severity: 'warning',
  why: 'Without marks a figure is known by the words beside it, which are anybody’s; in strict validation, or where the file says that it was made here, an error.',
  passes: ['drop buyerReference'],
  fails: ['unmark all'],
  find: ({ unmarked, context }): Discovery[] => {
    if (unmarked === null) return [];
    const saying = { found: 'text without marks', expected: 'facts marked as such' };
    const severity = unmarked.ours || context.strict ? ('error' as const) : ('warning' as const);
    return [{ ...discover({ saying }), severity }];
  },
};
