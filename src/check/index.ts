/**
 * Floor 5: facts against the session. Comes in: what a file was read to say, and the invoice. Goes out: a `Report` of
 * findings. Never here: anything that renders; what is printed is read back by rules of this folder's own.
 */

export { checkDocument } from './check-document.ts';
export { compareDocuments, REPEATED_PROOF, toOtherMaker } from './compare-documents.ts';
export { compareWitness, WITNESS, type WitnessOptions } from './compare-witness.ts';
export type { CheckContext } from './evidence.ts';
export type { Rule } from './rule.ts';
export { RULES } from './rules/index.ts';
export {
  judgeReading,
  toUnreadableFinding,
  UNREADABLE,
  type ValidateOptions,
  validateDocument,
} from './validate-document.ts';
