import { discover, type Rule } from '../rule.ts';

export const annotations: Rule = {
  id: 'annotations',
  channel: 'visual',
  severity: 'error',
  why: 'Notes, stamps and fields lie over the page and may cover or contradict what is printed on it; links alone do not.',
  passes: ['annotation Link'],
  fails: ['annotation FreeText'],
  find: ({ read }) =>
    read.pages.flatMap((page) =>
      page.annotations
        .filter((subtype) => subtype !== 'Link')
        .map((subtype) => {
          const saying = { found: `a ${subtype} annotation`, where: 'the page', expected: 'links only' };
          return discover({ found: subtype, at: { page: page.number, box: null }, saying });
        }),
    ),
};
