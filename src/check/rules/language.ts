import { toLanguage } from '../printed/index.ts';
import { discover, type Rule } from '../rule.ts';

export const language: Rule = {
  id: 'language',
  channel: 'metadata',
  severity: 'error',
  why: 'Figures and dates mean what the language of the document makes of them, and a voice reads them by it.',
  passes: ['language nb-NO'],
  fails: ['language de'],
  find: ({ read, context, prints }) => {
    if (prints.length === 0) return [];
    const found = read.metadata.language;
    const spoken = found === null ? null : toLanguage(found);
    const asked = context.language === undefined ? spoken : toLanguage(context.language);
    if (spoken !== null && spoken === asked) return [];
    const expected = asked ?? 'nb, nn, sv, fi, da or en';
    return [discover({ field: 'language', found, expected, saying: { where: 'the language of the document' } })];
  },
};
