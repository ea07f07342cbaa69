import { discover, type Rule } from '../rule.ts';

export const factOutsideStructure: Rule = {
  id: 'fact-outside-structure',
  channel: 'structure',
  severity: 'error',
  why: 'A fact that is printed but has no place in the structure is not there for those who listen to the page.',
  passes: ['double payable'],
  fails: ['unlink payable'],
  find: ({ read, prints, structure }) =>
    read.structure.root === null
      ? []
      : prints
          .filter((print) => !print.artifact)
          .filter((print) => print.runs.some((run) => !structure.has(run.contentId ?? '')))
          .map((print) => {
            const saying = { found: 'no place', where: `the structure for ${print.name}`, expected: 'an element' };
            return discover({ field: print.name, found: print.text, at: print, saying });
          }),
};
