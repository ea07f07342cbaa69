import type { ObjectFile } from '../objects/object-file.ts';
import type { OpenedObjects } from '../objects/open-objects.ts';
import type { PageContent } from '../page-content.ts';
import { listAttachments } from '../read-attachments.ts';
import type { ReadMetadata, ReadStructure } from '../read-document.ts';
import { readStructureOf } from '../read-structure.ts';
import { checkLayout } from './check-layout.ts';
import { demandDictionary } from './outside-profile.ts';
import { readMetadata } from './read-metadata.ts';
import { ProfilePages } from './read-pages.ts';

/** A file of the profile. */
export interface ProfileReading {
  readonly objects: ObjectFile;
  readonly pageCount: number;
  readonly structure: ReadStructure;
  readonly metadata: ReadMetadata;
  /** From 1 on; null where the page is not of the profile, and so the file is not. */
  readPage(number: number): PageContent | null;
}

/**
 * Opens a file of just the form that our own documents have: one revision, PDF 1.7, composite TrueType fonts with a
 * ToUnicode map, a handful of operators, links as the only annotations, a structure tree. Null for whatever is otherwise,
 * be it damage, forgery or another maker's way: nothing is mended and nothing is overlooked. Takes time by the bytes that
 * the file inflates to.
 */
export function openByProfile(bytes: Uint8Array, { file: objects }: OpenedObjects): ProfileReading | null {
  if (objects === undefined) return null;
  return attempt(() => {
    checkLayout(bytes, objects);
    const catalog = demandDictionary(objects.resolve(objects.trailer.entries.get('Root') ?? null), 'a catalogue');
    const pages = new ProfilePages(objects, catalog.entries.get('Pages'));
    const metadata = readMetadata(objects, catalog, listAttachments(objects));
    return {
      objects,
      pageCount: pages.count,
      structure: readStructureOf(objects),
      metadata,
      readPage: (number) => attempt(() => pages.read(number)),
    };
  });
}

/** Whatever a file makes go wrong, it is not of the profile then. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
