import { discover, type Rule } from '../rule.ts';

export const readersDisagree: Rule = {
  id: 'readers-disagree',
  channel: 'bytes',
  severity: 'error',
  why: 'A file that two readers understand differently shows one thing to the one who proves it and another to the one who pays; told where both were asked.',
  passes: ['disagree'],
  fails: ['disagree page 1, run 4: "1 250,00" and "1 205,00"'],
  find: ({ read }) =>
    (read.disagreements ?? []).map((found) =>
      discover({
        found,
        expected: 'one reading',
        saying: { found, where: 'two readings of the file', expected: 'one' },
      }),
    ),
};
