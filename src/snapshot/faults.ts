import { defineFaults } from '../base/index.ts';

/** Faults of approved snapshots and of the fixtures they are made with. */
export const snapshotFaults = defineFaults({
  SNAPSHOT_UNREADABLE: {
    kind: 'template',
    summary: 'An approved snapshot is not as it was written.',
    remedy: 'Take it back from version control, or approve it anew with fakturapress snapshot --update.',
  },
  SNAPSHOT_UNPROVEN: {
    kind: 'template',
    summary: 'A document that does not match its session was to be approved.',
    remedy: 'See the findings, and print what the session says.',
  },
  FIXTURE_UNKNOWN: {
    kind: 'usage',
    summary: 'No such fixture.',
    remedy: 'Choose one of those that the message lists.',
  },
  TEMPLATE_VERSION_UNCHANGED: {
    kind: 'template',
    summary: 'A template was changed, but its version was not.',
    remedy: 'Raise "version" in template.json, or say --unreleased if this version has not gone out yet.',
  },
});
