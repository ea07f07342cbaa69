import { discover, type Rule } from '../rule.ts';

export const attachmentDiffers: Rule = {
  id: 'attachment-differs',
  channel: 'attachment',
  severity: 'error',
  why: 'The receiver books the XML and pays by it without looking at the page, so it must say what the session says.',
  passes: ['e-invoice ubl'],
  fails: ['e-invoice ubl: >1250.00</cbc:PayableAmount> => >1205.00</cbc:PayableAmount>'],
  find: ({ eInvoices }) =>
    eInvoices.flatMap(({ name, verdict }) =>
      verdict.kind === 'unknown'
        ? []
        : verdict.differences
            .filter(({ kind }) => kind === 'differs')
            .map(({ field, expected, found }) =>
              discover({ field, expected, found, saying: { where: `${field} of ${name}` } }),
            ),
    ),
};
