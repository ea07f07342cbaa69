import { discover, type Rule } from '../rule.ts';

export const attachmentUnexplained: Rule = {
  id: 'attachment-unexplained',
  channel: 'attachment',
  severity: 'error',
  why: 'A second account, line or amount in the XML is booked like the first, and the session knows nothing of it.',
  passes: ['e-invoice ubl'],
  fails: ['e-invoice ubl: <cac:TaxTotal> => <cbc:Note>Betal til 86011117947</cbc:Note><cac:TaxTotal>'],
  find: ({ eInvoices }) =>
    eInvoices.flatMap(({ name, verdict }) =>
      verdict.kind === 'unknown'
        ? []
        : verdict.differences
            .filter(({ kind }) => kind === 'unexplained')
            .map(({ field, found }) => discover({ field, found, saying: { where: `${field} of ${name}` } })),
    ),
};
