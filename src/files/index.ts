/**
 * Floor 1: files that appear whole or not at all. Comes in: paths, bytes and the disk itself. Goes out: what became of
 * them, or a typed fault. Never here: what the bytes mean.
 */
export { type Disk, disk } from './disk.ts';
export { codeOfSystemError, toReadFault, toWriteFault } from './disk-faults.ts';
export { fileFaults } from './faults.ts';
export { readPlainFile, removeIfThere, syncFolder, writeSynced } from './steps.ts';
export { type WriteOutcome, writeWhole } from './write-whole.ts';
