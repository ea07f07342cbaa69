import type { ReadDocument } from '../../readback/index.ts';
import type { PrintedFact } from '../printed-fact.ts';
import type { StructureMap } from '../structure-map.ts';
import { type ContentIndex, toContentIndex } from './content-index.ts';
import type { Label } from './label.ts';
import { findSightLabels } from './sight-labels.ts';
import { findStructureLabels } from './structure-labels.ts';

/**
 * Tells the labels of a print: those that one hears and those that one sees, which ought to be the same. The document is
 * gone through when first asked, and each print once.
 */
export function createLabelFinder(
  read: ReadDocument,
  structure: StructureMap,
): (print: PrintedFact) => readonly Label[] {
  let index: ContentIndex | null = null;
  const found = new Map<PrintedFact, readonly Label[]>();
  return (print) => {
    index ??= toContentIndex(read, structure);
    const labels = found.get(print) ?? [...findStructureLabels(print, index), ...findSightLabels(print, index)];
    found.set(print, labels);
    return labels;
  };
}
