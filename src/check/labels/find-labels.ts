import type { ReadDocument } from '../../readback/index.ts';
import type { PrintedFact } from '../printed-fact.ts';
import type { StructureMap } from '../structure-map.ts';
import { type ContentIndex, toContentIndex } from './content-index.ts';
import type { Label } from './label.ts';
import { findSightLabels } from './sight-labels.ts';
import { findStructureLabels } from './structure-labels.ts';

/**
 * Tells the labels of a print: those that one hears and those that one sees, which ought to be the same. The document is
 * gone through when first asked, and each print once. `groups` are the names of item groups: what a seller calls his
 * goods, such as Transport, heads lines and names no figure.
 */
export function createLabelFinder(
  read: ReadDocument,
  structure: StructureMap,
  groups: readonly string[],
): (print: PrintedFact) => readonly Label[] {
  const isGroup = ({ text }: Label): boolean => groups.some((group) => text === group || text.startsWith(`${group}, `));
  let index: ContentIndex | null = null;
  const found = new Map<PrintedFact, readonly Label[]>();
  return (print) => {
    index ??= toContentIndex(read, structure);
    const labels =
      found.get(print) ??
      [...findStructureLabels(print, index), ...findSightLabels(print, index)].filter((label) => !isGroup(label));
    found.set(print, labels);
    return labels;
  };
}
