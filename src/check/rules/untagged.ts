import { discover, type Rule } from '../rule.ts';

export const untagged: Rule = {
  id: 'untagged',
  channel: 'structure',
  severity: 'error',
  why: 'Who has a page read aloud gets the structure, so a document without one says nothing to them.',
  passes: ['language nb'],
  fails: ['untagged'],
  find: ({ read, prints }) => {
    if (prints.length === 0) return [];
    const bare = read.pages.filter((page) => page.structure === null && page.runs.some((run) => !run.artifact));
    if (!read.metadata.tagged) return [discover({ saying: { found: 'no tags', expected: 'a tagged document' } })];
    return bare.map((page) =>
      discover({
        at: { page: page.number, box: null },
        saying: { found: 'no tags', where: 'the text', expected: 'a place in the structure' },
      }),
    );
  },
};
