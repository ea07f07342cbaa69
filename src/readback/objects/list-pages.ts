import { isReference, ObjectError, type PdfObject, type PdfReference } from './object.ts';
import type { ObjectFile } from './object-file.ts';

/** Deeper than a balanced tree of any size. */
const MAX_DEPTH = 32;

/** The pages of a file in their order (ISO 32000-1 §7.7.3.2). */
export function listPages(file: ObjectFile): PdfReference[] {
  const pages: PdfReference[] = [];
  const seen = new Set<number>();
  const walk = (node: PdfObject | undefined, depth: number) => {
    if (depth > MAX_DEPTH) throw new ObjectError('a page tree too deep');
    if (isReference(node)) {
      if (seen.has(node.number)) throw new ObjectError(`page tree node ${node.number} stands in the tree twice`);
      seen.add(node.number);
    }
    const kids = file.dictionary(node)?.entries.get('Kids');
    if (kids !== undefined) for (const kid of file.list(kids)) walk(kid, depth + 1);
    else if (isReference(node)) pages.push(node);
  };
  walk(file.dictionary(file.trailer.entries.get('Root'))?.entries.get('Pages'), 0);
  return pages;
}
