import { discover, type Rule } from '../rule.ts';

export const activeContent: Rule = {
  id: 'active-content',
  channel: 'bytes',
  severity: 'error',
  why: 'A script or a form can show another amount tomorrow than it shows today.',
  passes: ['revisions 1'],
  fails: ['scripts'],
  find: ({ read }) => [
    ...(read.metadata.scripts
      ? [discover({ saying: { found: 'a script', where: 'the file', expected: 'none' } })]
      : []),
    ...(read.metadata.forms ? [discover({ saying: { found: 'a form', where: 'the file', expected: 'none' } })] : []),
  ],
};
