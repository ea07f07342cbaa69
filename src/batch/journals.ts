import { join } from 'node:path';
import { type Disk, removeIfThere } from '../files/index.ts';
import { Manifest } from './manifest.ts';
import { type ErrorEntry, type ManifestEntry, parseManifestEntry, toErrorEntry } from './manifest-entry.ts';
import { replaceIfOther } from './replace-if-other.ts';

/** A record's line: a new one, or the place of one that an earlier run wrote and that still holds. */
export type JournalEntry = { readonly entry: ManifestEntry } | { readonly offset: number };

/** `manifest.jsonl` and `errors.jsonl` of a folder. Everything here throws the system's own errors. */
export interface Journals {
  readonly manifest: Manifest;
  /** Adds what records came to, in their order; answers with the manifest's new lines. */
  readonly add: (entries: readonly JournalEntry[]) => readonly ManifestEntry[];
  /** Leaves one manifest line a record, and the errors of this run, where there are any. */
  readonly finish: () => void;
  readonly close: () => void;
}

export const MANIFEST = 'manifest.jsonl';
export const ERRORS = 'errors.jsonl';

/** Opens the journals of a folder that nobody else writes in. */
export function openJournals(disk: Disk, folder: string): Journals {
  const manifest = new Manifest(disk, join(folder, MANIFEST));
  const errors = join(folder, ERRORS);

  return {
    manifest,
    add(entries) {
      const added: ManifestEntry[] = [];
      // Runs of new lines are written at once, and in the order of the records.
      let fresh: ManifestEntry[] = [];
      const flush = () => {
        addLines(disk, manifest, errors, fresh);
        added.push(...fresh);
        fresh = [];
      };
      for (const journalled of entries) {
        if ('entry' in journalled) {
          fresh.push(journalled.entry);
          continue;
        }
        flush();
        manifest.keep(journalled.offset);
      }
      flush();
      return added;
    },
    finish() {
      const hasErrors = listErrors(manifest.lines()).next().done !== true;
      if (hasErrors) replaceIfOther(disk, errors, () => listErrors(manifest.lines()));
      else removeIfThere(disk, errors);
      manifest.finish();
    },
    close: () => manifest.close(),
  };
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
