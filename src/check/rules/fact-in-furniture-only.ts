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
    return [...facts.values()].flatMap(({ name, required }) => {
      const print = prints.find((candidate) => candidate.name === name);
      if (!required || print === undefined || spoken.has(name)) return [];
      const saying = { found: `${name} as page furniture only`, expected: 'it in the text as well' };
      return [discover({ field: name, found: print.text, at: print, saying })];
    });
  },
};
