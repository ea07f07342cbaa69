import { readFileSync } from 'node:fs';
import { PACKAGE_ROOT } from './package-info.ts';
import { readTrustedFace, type TrustedFace } from './readback/index.ts';
import { listBundledFonts } from './text/index.ts';

/** Finds a font that is vouched for by its PostScript name; null where none has it. */
export type FindFace = (name: string) => TrustedFace | null;

/**
 * Looks among the fonts that a template is set in, then among those that come with the package. Each is read when the
 * search gets to it, the package's from disk, so that who proves documents of one template reads no other font.
 */
export function createFaceFinder(own: readonly Uint8Array[]): FindFace {
  const faces = new Map<string, TrustedFace>();
  const unread = readOneByOne(own);
  return (name) => {
    const known = faces.get(name);
    if (known !== undefined) return known;
    for (let next = unread.next(); next.done !== true; next = unread.next()) {
      const face = readTrustedFace(next.value);
      if (!faces.has(face.name)) faces.set(face.name, face);
      if (face.name === name) return face;
    }
    return null;
  };
}

function* readOneByOne(own: readonly Uint8Array[]): Generator<Uint8Array> {
  yield* own;
  const fonts = new URL('fonts/', PACKAGE_ROOT);
  const manifest = readFileSync(new URL('fonts.json', fonts));
  for (const file of listBundledFonts(manifest)) yield readFileSync(new URL(file, fonts));
}
