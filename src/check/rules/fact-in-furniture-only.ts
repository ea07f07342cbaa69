import { discover, type Rule } from '../rule.ts';

export const factInFurnitureOnly: Rule = {
  id: 'fact-in-furniture-only',
  channel: 'structure',
  severity: 'warning',
  why: 'Running heads and feet are outside the structure, so what stands there alone is never read aloud, though the law wants it said.',
  passes: ['furniture buyerReference'],
  fails: ['furniture seller.name'],
  find: ({ facts, prints }) => {
    const spoken = new Set(prints.filter((print) => !print.artifact).map((print) => print.name));
    return prints
      .filter(({ name }) => !spoken.has(name) && facts.get(name)?.required === true)
      .filter((print, index, silent) => silent.findIndex(({ name }) => name === print.name) === index)
      .map((print) => {
        const saying = { found: `${print.name} as page furniture only`, expected: 'it in the text as well' };
        return discover({ field: print.name, found: print.text, at: print, saying });
      });
  },
};
