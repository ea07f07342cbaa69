import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noSeller: Rule = {
  id: 'no-seller',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-2, foretaksregisterloven § 10-2',
  why: 'The seller stands on the document with its name, its number and its address.',
  passes: ['drop buyerReference'],
  fails: ['drop seller.organizationNumber'],
  find: (evidence) => findOmitted(evidence, 'NO', /^seller\./),
};
