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
    CREDENTIALS_MISSING: {
      kind: 'usage',
      summary: 'The credentials for Dintero are not in the environment, or their file is open to others.',
      remedy: 'Set DINTERO_ACCOUNT_ID, DINTERO_CLIENT_ID and DINTERO_CLIENT_SECRET, or DINTERO_CREDENTIALS_FILE.',
    },
    INTERNAL: {
      kind: 'internal',
      summary: 'A bug in fakturapress.',
      remedy: 'Run again with --verbose and report what it prints.',
    },
  }),
};
