import { findOmitted, findUnsaid } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const noDelivery: Rule = {
  id: 'no-delivery',
  channel: 'text',
  severity: 'error',
  citation: 'bokføringsforskriften § 5-1-1 no. 4',
  why: 'When and where the goods were delivered decides which period and which tax they belong to.',
  passes: ['drop buyer.address', 'add buyer.address: Havnegata 14, 5003 Bergen'],
  fails: ['drop deliveryDate'],
  find: (evidence) => [
    ...findOmitted(evidence, 'NO', /^deliveryDate$/),
    // The place has no mark of its own, so a template that leaves it out cannot be told so; a doubt, then.
    ...findUnsaid(evidence, 'NO', 'deliveryPlace', evidence.invoice.deliveryPlace).map((discovery) => ({
      ...discovery,
      severity: 'warning' as const,
    })),
  ],
};
