import { join } from 'node:path';
import { codeOfSystemError, type Disk, fileFaults, removeIfThere } from '../files/index.ts';
import { lockFolder } from './folder-lock.ts';
import { createFolderSink } from './folder-sink.ts';
import { Manifest } from './manifest.ts';
import { type ErrorEntry, type ManifestEntry, parseManifestEntry, toErrorEntry } from './manifest-entry.ts';
import { replaceIfOther } from './replace-if-other.ts';
import type { Sink } from './sink.ts';
import { sweepTemporaries } from './temporaries.ts';

/** The folder of a run while the run has it to itself. Everything here throws the system's own errors. */
export interface OutputFolder {
  readonly sink: Sink;
  readonly manifest: Manifest;
  /** Makes what was placed durable, and only then says so in the journals. */
  commit(entries: readonly JournalEntry[]): Promise<void>;
  /** Leaves the folder as a finished run does: one manifest line a record, the errors of this run, nothing else of ours. */
  finish(): void;
  /** Leaves a folder that `resume` goes on from. */
  release(): void;
}

/** A record's line: a new one, or the place of one that an earlier run wrote and that still holds. */
export type JournalEntry = { readonly entry: ManifestEntry } | { readonly offset: number };

const MANIFEST = 'manifest.jsonl';
const ERRORS = 'errors.jsonl';

/** Makes the folder where there is none, locks it and sweeps up after runs that were cut short. */
export function openOutputFolder(disk: Disk, folder: string, options: { readonly force: boolean }): OutputFolder {
  makeFolder(disk, folder);
  const unlock = lockFolder(disk, folder);
  try {
    sweepTemporaries(disk, folder);
    return toOutputFolder(disk, folder, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function toOutputFolder(
  disk: Disk,
  folder: string,
  options: { readonly force: boolean },
  unlock: () => void,
): OutputFolder {
  const sink = createFolderSink(disk, folder, options);
  const manifest = new Manifest(disk, join(folder, MANIFEST));
  const errors = join(folder, ERRORS);

  return {
    sink,
    manifest,
    async commit(entries) {
      await sink.settle();
      // Runs of new lines are written at once, and in the order of the records.
      let fresh: ManifestEntry[] = [];
      for (const journalled of entries) {
        if ('entry' in journalled) {
          fresh.push(journalled.entry);
          continue;
        }
        addLines(disk, manifest, errors, fresh);
        fresh = [];
        manifest.keep(journalled.offset);
      }
      addLines(disk, manifest, errors, fresh);
    },
    finish() {
      const hasErrors = listErrors(manifest.lines()).next().done !== true;
      if (hasErrors) replaceIfOther(disk, errors, () => listErrors(manifest.lines()));
      else removeIfThere(disk, errors);
      manifest.finish();
    },
    release() {
      try {
        manifest.close();
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

function addLines(disk: Disk, manifest: Manifest, errors: string, entries: readonly ManifestEntry[]): void {
  manifest.append(entries);
  const failures = entries.map(toErrorEntry).filter((entry) => entry !== null);
  if (failures.length === 0) return;
  const bytes = Buffer.from(failures.map(toLine).join(''));
  const descriptor = disk.openSync(errors, 'a', 0o644);
  try {
    for (let offset = 0; offset < bytes.length; ) offset += disk.writeSync(descriptor, bytes, offset);
  } finally {
    disk.closeSync(descriptor);
  }
}

function* listErrors(lines: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const line of lines) {
    const entry = parseManifestEntry(line);
    const error = entry === null ? null : toErrorEntry(entry);
    if (error !== null) yield Buffer.from(toLine(error));
  }
}

function toLine(entry: ErrorEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
