import { findUnsaid } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seRegisteredOffice: Rule = {
  id: 'se-registered-office',
  channel: 'text',
  severity: 'warning',
  citation: 'aktiebolagslagen 28 kap. 5 §',
  why: 'A company says where its registered office (säte) is.',
  passes: ['seller SE', 'seller registered-office Göteborg', 'text Säte: Göteborg'],
  fails: ['seller SE', 'seller registered-office Göteborg'],
  find: (evidence) =>
    findUnsaid(evidence, 'SE', 'seller', evidence.invoice.seller?.statements.registeredOffice ?? null),
};
