import { findUnsaid } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seFTax: Rule = {
  id: 'se-f-tax',
  channel: 'text',
  severity: 'warning',
  citation: 'Peppol SE-R-005',
  why: 'A seller who is approved for F-tax says so, or the buyer would have to hold tax back.',
  passes: ['seller SE', 'seller f-tax', 'text Godkänd för F-skatt'],
  fails: ['seller SE', 'seller f-tax'],
  find: (evidence) =>
    evidence.invoice.seller?.statements.fTax === true ? findUnsaid(evidence, 'SE', 'seller', 'F-skatt') : [],
};
