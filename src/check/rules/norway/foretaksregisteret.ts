import { findUnsaid } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noForetaksregisteret: Rule = {
  id: 'no-foretaksregisteret',
  channel: 'text',
  severity: 'error',
  citation: 'foretaksregisterloven § 10-2, bokføringsforskriften § 5-1-2',
  why: 'A seller who is entered in Foretaksregisteret says so in that word.',
  passes: ['seller foretaksregisteret', 'text Foretaksregisteret'],
  fails: ['seller foretaksregisteret'],
  find: (evidence) =>
    evidence.invoice.seller?.statements.foretaksregisteret === true
      ? findUnsaid(evidence, 'NO', 'seller', 'Foretaksregisteret')
      : [],
};
