import { discover, type Rule } from '../rule.ts';

export const revisions: Rule = {
  id: 'revisions',
  channel: 'bytes',
  severity: 'warning',
  why: 'What is appended to a finished file can change what it shows and leave the old page inside.',
  passes: ['revisions 1'],
  fails: ['revisions 2'],
  find: ({ read, context }) => {
    const { revisions: found, trailingBytes } = read.file;
    const severity = context.strict ? ('error' as const) : ('warning' as const);
    const appended = { found: `${found} revisions`, where: 'the file', expected: 'one' };
    const trailing = { found: `${trailingBytes} bytes after the end`, where: 'the file', expected: 'none' };
    return [
      ...(found > 1 ? [{ ...discover({ saying: appended }), severity }] : []),
      ...(trailingBytes > 0 ? [{ ...discover({ saying: trailing }), severity }] : []),
    ];
  },
};
