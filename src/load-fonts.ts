import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { FontFace, StyleSheet } from './document/index.ts';
import { engineFaults } from './engine-faults.ts';
import { PACKAGE_ROOT } from './package-info.ts';
import { type Brand, listFamilies, type Template } from './template/index.ts';
import { type FontSource, loadBundledFonts } from './text/index.ts';

/** More than any font of Latin letters; read into memory at once. */
const MAX_FONT_BYTES = 20 * 1024 * 1024;

/**
 * The families of the template's manifest and of the brand from the package, and `@font-face` files from the template's own folder.
 *
 * @throws Fault FONT_UNREADABLE, FONT_INVALID (template)
 */
export async function loadFonts(
  template: Template,
  brand: Brand | null,
  sheets: readonly StyleSheet[],
): Promise<readonly FontSource[]> {
  const own = sheets.flatMap((sheet) => sheet.fontFaces);
  const ownFamilies = new Set(own.map((face) => face.family));
  const bundled = listFamilies(template, brand).filter((family) => !ownFamilies.has(family));
  const folder = new URL('fonts/', PACKAGE_ROOT);
  const fonts = [...(await loadBundledFonts((file) => readFile(new URL(file, folder)), bundled))];
  // One after the other, so that of several faults the first in the file is told, whichever disk answers first.
  for (const face of own) fonts.push(await readFontFace(template.directory, face));
  return fonts;
}

/** The file must lie in the template's folder or below, links followed: what it holds goes into every document. */
async function readFontFace(directory: string, face: FontFace): Promise<FontSource> {
  const refuse = (why: string, cause?: unknown) =>
    engineFaults.FONT_UNREADABLE({
      message: `Unexpected url(${face.file}) of ${face.family} ${face.weight}: the file ${why}`,
      place: face.place,
      cause,
    });
  let path: string;
  try {
    path = await realpath(join(directory, face.file));
  } catch (cause) {
    throw refuse('is not there', cause);
  }
  if (!path.startsWith((await realpath(directory)) + sep)) throw refuse('lies outside the template’s folder');
  const { size } = await stat(path);
  if (size > MAX_FONT_BYTES) throw refuse(`has ${size} bytes, expected at most ${MAX_FONT_BYTES}`);
  const { family, weight, style } = face;
  try {
    return { family, weight, style, bytes: await readFile(path) };
  } catch (cause) {
    throw refuse('cannot be read', cause);
  }
}
