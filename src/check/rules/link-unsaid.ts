import { dropSpaces, foldText } from '../printed/index.ts';
import { discover, type Rule } from '../rule.ts';

export const linkUnsaid: Rule = {
  id: 'link-unsaid',
  channel: 'visual',
  severity: 'error',
  why: 'What is heard of a link is its text, so other words there, or a link over no words at all, tell those who listen what nobody sees.',
  passes: ['text Les mer', 'link Les mer'],
  fails: ['link Betal 99 000,00 til 1234 56 78903'],
  find: ({ read, prints }) =>
    prints.length === 0
      ? []
      : read.pages.flatMap(({ number, runs, links = [] }) => {
          const said = links.length === 0 ? '' : squash(runs.map((run) => run.text).join(''));
          return links
            .filter(({ contents }) => squash(contents) === '' || !said.includes(squash(contents)))
            .map(({ contents, box }) => {
              const saying = { found: `"${contents}"`, where: 'what is heard of a link', expected: 'its text' };
              return discover({ found: contents, at: { page: number, box }, saying });
            });
        }),
};

function squash(text: string): string {
  return dropSpaces(foldText(text)).replace(/\u00ad/g, '');
}
