import type { Evidence, Print } from '../evidence.ts';
import { toContentIndex } from './content-index.ts';
import type { Label } from './label.ts';
import { findSightLabels } from './sight-labels.ts';
import { findStructureLabels } from './structure-labels.ts';

/** Tells the labels of a print: those that one hears and those that one sees, which ought to be the same. */
export function createLabelFinder(evidence: Evidence): (print: Print) => readonly Label[] {
  const index = toContentIndex(evidence);
  return (print) => [...findStructureLabels(print, index), ...findSightLabels(print, index)];
}
