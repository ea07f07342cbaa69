import { discover, type Rule } from '../rule.ts';

export const attachmentUnproven: Rule = {
  id: 'attachment-unproven',
  channel: 'attachment',
  severity: 'warning',
  why: 'A file that travels inside the document may say something else than its pages, and nothing here has read it; in strict validation an error.',
  passes: ['revisions 1'],
  fails: ['attachment invoice.xml'],
  find: ({ eInvoices, context }) =>
    eInvoices.flatMap(({ name, verdict }) => {
      if (verdict.kind !== 'unknown') return [];
      const saying = { found: `attachment ${name}`, where: 'the file', expected: 'none' };
      return [
        { ...discover({ found: name, saying }), severity: context.strict ? ('error' as const) : ('warning' as const) },
      ];
    }),
};
