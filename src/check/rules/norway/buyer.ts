import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noBuyer: Rule = {
  id: 'no-buyer',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-2',
  why: 'The buyer stands on the document with its name, and with its address or its number.',
  passes: ['drop buyer.organizationNumber'],
  fails: ['drop buyer.address'],
  find: (evidence) => findOmitted(evidence, 'NO', /^buyer\./),
};
