import { discover, type Rule } from '../rule.ts';

export const attachmentUnproven: Rule = {
  id: 'attachment-unproven',
  channel: 'attachment',
  severity: 'warning',
  why: 'A file that travels inside the document may say something else than its pages, and nothing here has read it.',
  passes: ['revisions 1'],
  fails: ['attachment invoice.xml'],
  find: ({ eInvoices }) =>
    eInvoices.flatMap(({ name, verdict }) =>
      verdict.kind === 'unknown'
        ? [discover({ found: name, saying: { found: `attachment ${name}`, where: 'the file', expected: 'none' } })]
        : [],
    ),
};
