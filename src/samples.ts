import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from './package-info.ts';

/** A source with its brand, of those that come with the package. */
export interface Sample {
  readonly name: string;
  readonly source: Uint8Array;
  /** Path of the brand file; undefined where the seller is the order's store. */
  readonly brand: string | undefined;
}

/** Every sample of the package, in alphabetical order; templates are linted with them. */
export function loadSamples(): readonly Sample[] {
  const folder = new URL('fixtures/', PACKAGE_ROOT);
  return readdirSync(folder)
    .toSorted()
    .filter((name) => existsSync(new URL(`${name}/source.json`, folder)))
    .map((name) => {
      const brand = new URL(`${name}/brand.json`, folder);
      return {
        name,
        source: readFileSync(new URL(`${name}/source.json`, folder)),
        brand: existsSync(brand) ? fileURLToPath(brand) : undefined,
      };
    });
}
