import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DocumentKind } from './invoice/index.ts';
import { PACKAGE_ROOT } from './package-info.ts';

/** A source with its brand, of those that come with the package. */
export interface Sample {
  readonly name: string;
  readonly source: Uint8Array;
  /** Path of the brand file; undefined where the seller is the order's store. */
  readonly brand: string | undefined;
  readonly kind: DocumentKind;
}

/** Every sample of the package, in alphabetical order, credit notes last; templates are linted with them. */
export function loadSamples(): readonly Sample[] {
  const folder = new URL('fixtures/', PACKAGE_ROOT);
  return [...loadFolder(folder, 'invoice'), ...loadFolder(new URL('credit-notes/', folder), 'credit-note')];
}

function loadFolder(folder: URL, kind: DocumentKind): readonly Sample[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => existsSync(new URL(`${name}/source.json`, folder)))
    .map((name) => {
      const brand = new URL(`${name}/brand.json`, folder);
      return {
        name: kind === 'invoice' ? name : `credit-notes/${name}`,
        kind,
        source: readFileSync(new URL(`${name}/source.json`, folder)),
        brand: existsSync(brand) ? fileURLToPath(brand) : undefined,
      };
    });
}
