import { listPages } from './list-pages.ts';
import { isReference, ObjectError, type PdfDictionary, type PdfObject } from './object.ts';
import type { ObjectFile } from './object-file.ts';

/**
 * The parent tree turned round: for each piece of marked content, named by page and MCID as pdf.js names it, the object
 * number of the structure element that it belongs to (ISO 32000-1 §14.7.4.4).
 */
export function readParentTree(file: ObjectFile, treeRoot: PdfDictionary): ReadonlyMap<string, number> {
  const numbers = readNumberTree(file, treeRoot.entries.get('ParentTree'));
  const parents = new Map<string, number>();
  for (const page of listPages(file)) {
    const key = file.dictionary(page)?.entries.get('StructParents');
    if (typeof key !== 'number') continue;
    file.list(numbers.get(key)).forEach((parent, mcid) => {
      const id = `p${page.number}R${page.generation === 0 ? '' : page.generation}_mc${mcid}`;
      if (isReference(parent)) parents.set(id, parent.number);
    });
  }
  return parents;
}

/** Deeper than a balanced tree of any size. */
const MAX_DEPTH = 32;

/** §7.9.7. */
function readNumberTree(file: ObjectFile, root: PdfObject | undefined): Map<number, PdfObject> {
  const numbers = new Map<number, PdfObject>();
  const walk = (node: PdfObject | undefined, depth: number) => {
    if (depth > MAX_DEPTH) throw new ObjectError('a number tree too deep');
    const dictionary = file.dictionary(node);
    const pairs = file.list(dictionary?.entries.get('Nums'));
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      const [key, value] = [pairs[i], pairs[i + 1]];
      if (typeof key === 'number' && value !== undefined) numbers.set(key, value);
    }
    for (const kid of file.list(dictionary?.entries.get('Kids'))) walk(kid, depth + 1);
  };
  walk(root, 0);
  return numbers;
}
