import { discover, type Rule } from '../rule.ts';

export const attachmentAltered: Rule = {
  id: 'attachment-altered',
  channel: 'attachment',
  severity: 'error',
  why: 'An attached file that is not as long as its record says, or has another check sum, was exchanged after the record was made.',
  passes: ['e-invoice ubl'],
  fails: ['attachment-fault a check sum of other bytes'],
  find: ({ read }) =>
    read.metadata.attachments.flatMap(({ name, faults }) =>
      faults.map((fault) => {
        const expected = 'the bytes that its record is of';
        return discover({ found: fault, expected, saying: { found: fault, where: `attachment ${name}`, expected } });
      }),
    ),
};
