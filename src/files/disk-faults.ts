import { dirname } from 'node:path';
import { fileFaults } from './faults.ts';

/** The fault for an error of the system while a file was read; any other error comes back as it is. */
export function toReadFault(error: unknown, path: string): unknown {
  const code = codeOfSystemError(error);
  if (code === null) return error;
  const subject = path === '-' ? 'Standard input' : path;
  return code === 'ENOENT'
    ? fileFaults.FILE_NOT_FOUND({ message: `${subject} does not exist.`, cause: error })
    : fileFaults.FILE_UNREADABLE({ message: `${subject} cannot be read (${code}).`, cause: error });
}

/** The fault for an error of the system while a file was written; any other error comes back as it is. */
export function toWriteFault(error: unknown, path: string): unknown {
  const code = codeOfSystemError(error);
  if (code === null) return error;
  if (code === 'EEXIST')
    return fileFaults.FILE_EXISTS({ message: `${path} exists and holds other bytes.`, cause: error });
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? fileFaults.FOLDER_MISSING({ message: `${dirname(path)} is not a folder.`, cause: error })
    : fileFaults.FILE_UNWRITABLE({ message: `${path} cannot be written (${code}).`, cause: error });
}

/** `ENOSPC` and its like; null for whatever no system call threw. */
export function codeOfSystemError(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : null;
}
