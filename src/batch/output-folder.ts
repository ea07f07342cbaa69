import { codeOfSystemError, type Disk, fileFaults } from '../files/index.ts';
import { lockFolder } from './folder-lock.ts';
import { createFolderSink } from './folder-sink.ts';
import { openJournals } from './journals.ts';
import type { Output } from './output.ts';
import { sweepTemporaries } from './temporaries.ts';

/**
 * Makes the folder where there is none, locks it and sweeps up after runs that were cut short. Everything here throws the
 * system's own errors.
 */
export function openOutputFolder(disk: Disk, folder: string, options: { readonly force: boolean }): Output {
  makeFolder(disk, folder);
  const unlock = lockFolder(disk, folder);
  try {
    sweepTemporaries(disk, folder);
    return toOutput(disk, folder, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function toOutput(disk: Disk, folder: string, options: { readonly force: boolean }, unlock: () => void): Output {
  const sink = createFolderSink(disk, folder, options);
  const journals = openJournals(disk, folder);
  return {
    sink,
    manifest: journals.manifest,
    staging: folder,
    isIntact: null,
    async commit(entries) {
      await sink.settle();
      journals.add(entries);
    },
    finish: journals.finish,
    release() {
      try {
        journals.close();
        sweepTemporaries(disk, folder);
      } finally {
        unlock();
      }
    },
  };
}

function makeFolder(disk: Disk, folder: string): void {
  try {
    disk.mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (codeOfSystemError(error) !== 'EEXIST') throw error;
    throw fileFaults.FILE_EXISTS({
      message: `Unexpected file ${folder}, expected a folder or nothing`,
      hint: 'Name another folder with --out.',
    });
  }
}
