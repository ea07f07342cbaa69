import { discover, type Rule } from '../rule.ts';

export const creationDate: Rule = {
  id: 'creation-date',
  channel: 'metadata',
  severity: 'error',
  why: 'A file that says it was made on another day than its document is dated is a stale or a foreign file.',
  passes: ['info CreationDate = D:20261123000000Z'],
  fails: ['info CreationDate = D:20261122000000Z'],
  find: ({ read, invoice, prints }) => {
    if (prints.length === 0) return [];
    const expected = invoice.issueDate.date;
    const said = {
      'the creation date': /^D:(\d{4})(\d{2})(\d{2})/
        .exec(read.metadata.info['CreationDate'] ?? '')
        ?.slice(1)
        .join('-'),
      'the XMP creation date': read.metadata.xmp['xmp:createdate']?.slice(0, 10),
    };
    return Object.entries(said)
      .filter(([, found]) => found !== expected)
      .map(([where, found]) => discover({ field: 'invoiceDate', found: found ?? null, expected, saying: { where } }));
  },
};
