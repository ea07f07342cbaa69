import * as fs from 'node:fs';

/** The calls by which files are written and folders kept; handed in, so that a test can make each of them fail. */
export type Disk = Pick<
  typeof fs,
  | 'closeSync'
  | 'fdatasyncSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readSync'
  | 'readdirSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'writeSync'
>;

/** The machine's own disk. */
export const disk: Disk = fs;
