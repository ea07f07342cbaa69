import { join } from 'node:path';
import { type Disk, readPlainFile, removeIfThere, syncFolder, writeSynced } from '../files/index.ts';
import { nameTemporary, sweepTemporaries } from './temporaries.ts';

/** The folder that holds the e-invoice of each document alone, under the document's name. */
export interface XmlFolder {
  /** Whether there is one for a document, so that an earlier run's document may be trusted. */
  has(documentFile: string): boolean;
  /** Writes it whole; the documents have settled whose it is. */
  place(documentFile: string, xml: Uint8Array): void;
  /** Makes what was placed outlive the machine. */
  settle(): void;
}

/** Makes the folder where there is none. Everything here throws the system's own errors. */
export function openXmlFolder(disk: Disk, folder: string): XmlFolder {
  disk.mkdirSync(folder, { recursive: true });
  sweepTemporaries(disk, folder);
  const pathOf = (documentFile: string) => join(folder, documentFile.replace(/\.pdf$/, '.xml'));
  let isDirty = false;
  return {
    has: (documentFile) => readPlainFile(disk, pathOf(documentFile)) !== null,
    place(documentFile, xml) {
      const path = pathOf(documentFile);
      if (readPlainFile(disk, path)?.equals(xml) === true) return;
      const temporary = nameTemporary(folder);
      try {
        writeSynced(disk, temporary, xml);
        disk.renameSync(temporary, path);
      } catch (error) {
        removeIfThere(disk, temporary);
        throw error;
      }
      isDirty = true;
    },
    settle() {
      if (isDirty) syncFolder(disk, folder);
      isDirty = false;
    },
  };
}
