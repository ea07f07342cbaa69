import { defineFaults } from '../base/index.ts';

/** Faults of reading and writing files, whoever asked for it. */
export const fileFaults = defineFaults({
  FILE_NOT_FOUND: {
    kind: 'file',
    summary: 'A file named on the command line does not exist.',
    remedy: 'Check the path.',
  },
  FILE_UNREADABLE: {
    kind: 'file',
    summary: 'A file exists but cannot be read.',
    remedy: 'Check its permissions, and that it is a file.',
  },
  FILE_TOO_LARGE: {
    kind: 'file',
    summary: 'A file is larger than anything of its kind.',
    remedy: 'Check that the right file was named.',
  },
  FILE_EXISTS: {
    kind: 'file',
    summary: 'The output file exists and holds other bytes.',
    remedy: 'Choose another name with -o, or replace the file with --force.',
  },
  FOLDER_MISSING: {
    kind: 'file',
    summary: 'The folder of the output file does not exist.',
    remedy: 'Make the folder first.',
  },
  FILE_UNWRITABLE: {
    kind: 'file',
    summary: 'The output file cannot be written.',
    remedy: 'Check permissions and free space; nothing was written.',
  },
});
