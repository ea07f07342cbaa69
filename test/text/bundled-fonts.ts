import { readFile } from 'node:fs/promises';
import { type FontBook, type FontSource, loadBundledFonts, loadFontBook } from '#dist/text/index.js';

const FOLDER = new URL('../../fonts/', import.meta.url);

export function readFontFile(file: string): Promise<Uint8Array> {
  return readFile(new URL(file, FOLDER));
}

let sources: Promise<readonly FontSource[]> | undefined;

export function readBundledSources(): Promise<readonly FontSource[]> {
  sources ??= loadBundledFonts(readFontFile);
  return sources;
}

/** A font book of its own, so that what one test teaches it another does not profit from. */
export async function loadBundledBook(): Promise<FontBook> {
  return loadFontBook(await readBundledSources());
}
