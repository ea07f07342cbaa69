import { readFileSync, statSync } from 'node:fs';
import { toReadFault } from '../files/index.ts';
import { cliFaults } from './faults.ts';

export { type WriteOutcome, writeWhole } from '../files/index.ts';

/** No source and no invoice comes near; a mistaken path does. */
const INPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/** Reads a file named on the command line, or standard input for `-`. */
export function readInput(path: string): Uint8Array {
  try {
    if (path !== '-' && statSync(path).size > INPUT_LIMIT_BYTES) {
      throw cliFaults.FILE_TOO_LARGE({ message: `${path} is larger than ${INPUT_LIMIT_BYTES} bytes.` });
    }
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    throw toReadFault(error, path);
  }
}

/** Whether a path names a folder that is there. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
