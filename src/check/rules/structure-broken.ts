import { discover, type Rule } from '../rule.ts';

export const structureBroken: Rule = {
  id: 'structure-broken',
  channel: 'structure',
  severity: 'error',
  why: 'A structure that contradicts itself is read differently by different readers, and one of them reads what the page does not say.',
  passes: ['language nb'],
  fails: ['structure-fault the parent tree has another element'],
  find: ({ read, prints }) =>
    read.structure.fault === null || prints.length === 0
      ? []
      : [
          discover({
            found: read.structure.fault,
            saying: { found: `trouble (${read.structure.fault})`, where: 'the structure', expected: 'none' },
          }),
        ],
};
