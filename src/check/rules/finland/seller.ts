import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const fiSeller: Rule = {
  id: 'fi-seller',
  channel: 'text',
  severity: 'error',
  citation: 'arvonlisäverolaki 209 e § and 209 f §, directive 2006/112/EC art. 226(3) and (5)',
  why: 'The seller stands on the invoice with its name, its business id (Y-tunnus) and its address.',
  passes: ['seller FI', 'drop buyerReference'],
  fails: ['seller FI', 'drop seller.organizationNumber'],
  find: (evidence) => findOmitted(evidence, 'FI', /^seller\./),
};
