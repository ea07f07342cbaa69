import { discover, type Rule } from '../rule.ts';

export const attachmentUndeclared: Rule = {
  id: 'attachment-undeclared',
  channel: 'attachment',
  severity: 'error',
  why: 'Readers of hybrid invoices find the data by its relationship to the document (ISO 19005-3 §6.8), and a file that declares none stands for nothing.',
  passes: ['e-invoice ubl'],
  fails: ['attachment-loose invoice.xml'],
  find: ({ read, prints }) =>
    prints.length === 0
      ? []
      : read.metadata.attachments
          .filter(({ associated, relationship, mimeType }) => !associated || relationship === null || mimeType === null)
          .map(({ name, relationship }) => {
            const found =
              relationship === null ? 'no relationship' : `relationship ${relationship} that nothing refers to`;
            const expected = 'an associated file with its kind and relationship';
            return discover({ found, expected, saying: { found, where: `attachment ${name}`, expected } });
          }),
};
