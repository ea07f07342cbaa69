import { findOmitted } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noVat: Rule = {
  id: 'no-vat',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-1 no. 6',
  why: 'Value added tax is stated, and in Norwegian kroner whatever the invoice is in.',
  passes: ['drop netTotal'],
  fails: ['drop vatTotal'],
  find: (evidence) => findOmitted(evidence, 'NO', /^(?:vatTotal|vatTotalNational|vat\.\d+(?:\.\w+)*\.vat)$/),
};
