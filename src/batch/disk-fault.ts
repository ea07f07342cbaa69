import type { Fault } from '../base/index.ts';
import { codeOfSystemError, fileFaults } from '../files/index.ts';

/**
 * The fault for a call of the system that failed while a folder was worked on, null for any other error. Whatever call it
 * was, the disk is to be mended and the run goes on from where it was.
 */
export function toDiskFault(error: unknown, folder: string): Fault | null {
  const code = codeOfSystemError(error);
  if (code === null) return null;
  const path = error instanceof Error && 'path' in error ? String(error.path) : folder;
  return fileFaults.FILE_UNWRITABLE({
    message: `${path} cannot be written (${code}).`,
    hint: 'Check permissions and free space, then run the same command with --resume.',
    cause: error,
  });
}
