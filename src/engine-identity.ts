import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type EngineOptions, readBrand, toTemplatePath } from './engine-parts.ts';
import { readPackageInfo } from './package-info.ts';
import { loadTemplate } from './template/index.ts';

/**
 * What decides, beside the source, which bytes a document has: the version, the options, and the content of template,
 * brand and logo and of a folder of brands. Two runs of one identity make the same document of the same source. A short
 * hash in lower-case hexadecimal. Throws what template and brand throw.
 */
export function identifyEngine(options: EngineOptions, brandsFolder: string | null): string {
  const { brand, template, ...rest } = options;
  const hash = createHash('sha256').update(`${readPackageInfo().version}\n${JSON.stringify(sortKeys(rest))}\n`);
  const loaded = readBrand(brand);
  hash.update(JSON.stringify(loaded?.brand ?? null)).update(loaded?.logo ?? '');
  const { directory } = loadTemplate(template ?? toTemplatePath(loaded) ?? 'classic');
  updateByFolder(hash, directory, (path) => !path.startsWith(`preview${sep}`));
  if (brandsFolder !== null) updateByFolder(hash, brandsFolder, () => true);
  return hash.digest('hex').slice(0, 16);
}

/**
 * What a template says, by its own files: two folders of one content are the same template. What is approved of it, and
 * what editors leave lying about, is no part. A short hash in lower-case hexadecimal.
 */
export function identifyTemplate(directory: string): string {
  const hash = createHash('sha256');
  updateByFolder(hash, directory, (path) => !path.startsWith(`preview${sep}`) && !/(^|[\\/])\.|~$/.test(path));
  return hash.digest('hex').slice(0, 16);
}

/** Every file of a folder with its path, in the order of the paths. */
function updateByFolder(hash: Hash, folder: string, isPart: (path: string) => boolean): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length))
    .filter(isPart)
    .toSorted();
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(folder, path)))
      .update('\0');
}

function sortKeys(options: object): unknown {
  return Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}
