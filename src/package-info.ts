import { readFileSync } from 'node:fs';

/** The folder that holds `package.json`, `templates` and `fonts`; the same from `src` and from `dist`. */
export const PACKAGE_ROOT = new URL('../', import.meta.url);

/** Name and version of the engine, as they stand in every document's metadata. */
export function readPackageInfo(): { readonly name: string; readonly version: string } {
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null || !('version' in manifest))
    throw new TypeError('Unexpected package.json, expected a version');
  return { name: 'fakturapress', version: String(manifest.version) };
}
