import { textFaults } from './faults.ts';
import type { FontSource } from './font-source.ts';

/** What `fonts/fonts.json` says of one file. */
interface ManifestEntry {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly file: string;
}

/**
 * Reads the fonts that come with the package: `fonts.json` and the files it lists, through `read`, which is given
 * paths relative to the fonts folder. With `families`, only theirs, so that an engine reads what its template names.
 */
export async function loadBundledFonts(
  read: (file: string) => Promise<Uint8Array>,
  families?: readonly string[],
): Promise<readonly FontSource[]> {
  const wanted = families?.map((family) => family.toLowerCase());
  const entries = parseManifest(await read('fonts.json')).filter(
    (entry) => wanted?.includes(entry.family.toLowerCase()) ?? true,
  );
  return Promise.all(
    entries.map(async ({ family, weight, style, file }) => ({ family, weight, style, bytes: await read(file) })),
  );
}

/** The files that `fonts.json`, whose content this is, lists: paths relative to it. */
export function listBundledFonts(manifest: Uint8Array): readonly string[] {
  return parseManifest(manifest).map((entry) => entry.file);
}

function parseManifest(bytes: Uint8Array): readonly ManifestEntry[] {
  const manifest: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const fonts = typeof manifest === 'object' && manifest !== null && 'fonts' in manifest ? manifest.fonts : null;
  if (!Array.isArray(fonts) || !fonts.every(isEntry)) {
    throw textFaults.FONT_INVALID({
      message: 'Unexpected content of fonts.json, expected family, weight, style and file',
    });
  }
  return fonts;
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof ManifestEntry, unknown>>;
  return (
    typeof entry.family === 'string' &&
    typeof entry.weight === 'number' &&
    (entry.style === 'normal' || entry.style === 'italic') &&
    typeof entry.file === 'string'
  );
}
