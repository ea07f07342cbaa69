import { listPages } from '../objects/list-pages.ts';
import { ObjectError, type PdfDictionary, type PdfObject } from '../objects/object.ts';
import type { ObjectFile } from '../objects/object-file.ts';

/** Longer than any chain of parents or of forms within forms that an honest file has. */
const MAX_DEPTH = 32;

/** Every font dictionary that pages and the forms on them name, each once. */
export function findFonts(file: ObjectFile): readonly PdfDictionary[] {
  const seen = new Set<PdfDictionary>();
  const fonts = new Set<PdfDictionary>();
  const visit = (resources: PdfDictionary | null, depth: number): void => {
    if (resources === null || seen.has(resources)) return;
    if (depth > MAX_DEPTH) throw new ObjectError('forms nested too deep');
    seen.add(resources);
    for (const font of valuesOf(file, resources, 'Font')) fonts.add(font);
    for (const key of ['XObject', 'Pattern']) {
      for (const form of valuesOf(file, resources, key))
        visit(file.dictionary(form.entries.get('Resources')), depth + 1);
    }
  };
  for (const page of listPages(file)) visit(findResources(file, page), 0);
  return [...fonts];
}

/** A page's own resources, else those of the nearest node above (§7.7.3.4). */
function findResources(file: ObjectFile, page: PdfObject): PdfDictionary | null {
  let node = file.dictionary(page);
  for (let depth = 0; node !== null && depth < MAX_DEPTH; depth += 1) {
    const resources = file.dictionary(node.entries.get('Resources'));
    if (resources !== null) return resources;
    node = file.dictionary(node.entries.get('Parent'));
  }
  return null;
}

function valuesOf(file: ObjectFile, resources: PdfDictionary, key: string): PdfDictionary[] {
  const entries = file.dictionary(resources.entries.get(key))?.entries ?? new Map<string, PdfObject>();
  return [...entries.values()].flatMap((value) => {
    const object = file.resolve(value);
    if (object !== null && typeof object === 'object' && object.kind === 'stream') return object.dictionary;
    return object !== null && typeof object === 'object' && object.kind === 'dictionary' ? object : [];
  });
}
