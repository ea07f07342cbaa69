import { discover, type Rule } from '../rule.ts';

export const factUnknown: Rule = {
  id: 'fact-unknown',
  channel: 'text',
  severity: 'error',
  why: 'A mark without a fact behind it, such as an eleventh line of ten, claims something that the session does not say.',
  passes: ['drop orderReference'],
  fails: ['add line.9.amount: 100,00'],
  find: ({ prints }) =>
    prints
      .filter((print) => print.fact === null)
      .map((print) => discover({ field: print.name, found: print.text, at: print })),
};
