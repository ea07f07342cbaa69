import { defineFaults } from '../base/index.ts';

/** Faults of running many records; those of a single record are journalled and never stop the others. */
export const batchFaults = defineFaults({
  LINE_TOO_LONG: {
    kind: 'input',
    summary: 'A line of a batch is longer than any source.',
    remedy: 'Put one source on each line, each line ended by a line feed.',
  },
  INVOICE_DUPLICATE: {
    kind: 'input',
    summary: 'Two records of a batch have the same invoice number and different content.',
    remedy: 'Find out which of the two is right and take the other one out.',
  },
  NAME_CONFLICT: {
    kind: 'input',
    summary: 'Two invoice numbers of a batch give file names that differ in upper and lower case only.',
    remedy: 'Run one of them into another folder: many file systems hold the two names for one.',
  },
  BRAND_UNKNOWN: {
    kind: 'template',
    summary: 'A record names a brand that is not there.',
    remedy: 'Name the folder of brand files with --brands, and put the brand into it as KEY.json.',
  },
  BATCH_LOCKED: {
    kind: 'file',
    summary: 'Another run is working in the output folder.',
    remedy: 'Wait until it ends, or choose another folder.',
  },
  STORE_UNAVAILABLE: {
    kind: 'network',
    summary: 'The object storage that documents go to cannot be reached, or fails.',
    remedy: 'Check the network and the store, then run the same command with --resume.',
  },
  STORE_REFUSED: {
    kind: 'network',
    summary: 'The object storage refuses what it is asked: no such bucket, or credentials that may not do it.',
    remedy: 'Check bucket and credentials: AWS_ACCESS_KEY_ID, AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL_S3.',
  },
  SETTING_INVALID: {
    kind: 'usage',
    summary: 'A batch was given a setting that it cannot take.',
    remedy: 'Numbers of workers and failures are whole and at least 1.',
  },
  DOCUMENT_DEADLINE: {
    kind: 'internal',
    summary: 'A document took longer than its deadline and was given up.',
    remedy: 'Render the record alone to see where its time goes; the other records are not affected.',
  },
  WORKER_DIED: {
    kind: 'internal',
    summary: 'The worker that held a record ended before it was done.',
    remedy: 'Run again with --resume; if the same record fails again, render it alone and report it.',
  },
  RECORD_CRASHED: {
    kind: 'internal',
    summary: 'A bug in fakturapress, met by one record.',
    remedy: 'Render the record alone with --verbose and report what it prints.',
  },
});
