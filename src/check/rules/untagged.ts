import { discover, type Rule } from '../rule.ts';

export const untagged: Rule = {
  id: 'untagged',
  channel: 'structure',
  severity: 'error',
  why: 'Who has a page read aloud gets the structure, so a document without one says nothing to them.',
  passes: ['language nb'],
  fails: ['untagged'],
  find: ({ read, prints }) =>
    prints.length === 0 || (read.metadata.tagged && read.structure.root !== null)
      ? []
      : [discover({ saying: { found: 'no tags', expected: 'a tagged document' } })],
};
