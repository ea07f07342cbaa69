import { defineFaults } from '../base/index.ts';
import { fileFaults } from '../files/index.ts';

/** Faults of the command line itself: its arguments, and the files it reads and writes. */
export const cliFaults = {
  ...fileFaults,
  ...defineFaults({
    USAGE: {
      kind: 'usage',
      summary: 'The command line could not be understood.',
      remedy: 'See fakturapress --help.',
    },
    INTERNAL: {
      kind: 'internal',
      summary: 'A bug in fakturapress.',
      remedy: 'Run again with --verbose and report what it prints.',
    },
  }),
};
