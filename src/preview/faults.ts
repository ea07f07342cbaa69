import { defineFaults } from '../base/index.ts';

/** Faults of the preview's server. */
export const previewFaults = defineFaults({
  PREVIEW_PORT_TAKEN: {
    kind: 'usage',
    summary: 'The preview cannot listen on its port.',
    remedy: 'Give another with --port, or 0 for any that is free.',
  },
});
