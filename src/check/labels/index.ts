/**
 * The words that stand beside facts. Comes in: evidence. Goes out: the labels of each print and what they name, by a
 * vocabulary of the reading side's own. Never here: the labels that templates print.
 */
export { createLabelFinder } from './find-labels.ts';
export type { Label } from './label.ts';
export { findNames, type Name, namesOf, sameLabel } from './names-of.ts';
export { toRole, toSibling } from './roles.ts';
export type { LabelRole } from './vocabulary.ts';
