import { discover, type Rule } from '../rule.ts';

export const partUnexpected: Rule = {
  id: 'part-unexpected',
  channel: 'bytes',
  severity: 'error',
  why: 'A document of ours has few kinds of parts; any other, such as a text that is copied in the place of what is drawn, a layer, a bookmark or an object that nothing refers to, was put there by somebody else. All but the first of these are for strict validation.',
  passes: ['revisions 1'],
  fails: ['part /ActualText within the drawing of a page'],
  find: ({ read, prints }) =>
    prints.length === 0
      ? []
      : (read.file.strangeParts ?? []).map((part) =>
          discover({
            found: part,
            saying: { found: part, where: 'the file', expected: 'parts of a document of ours' },
          }),
        ),
};
