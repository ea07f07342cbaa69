import { findUnsaid } from '../../law.ts';
import type { Rule } from '../../rule.ts';

export const seVatNumber: Rule = {
  id: 'se-vat-number',
  channel: 'text',
  severity: 'error',
  citation: 'mervärdesskattelagen (2023:200) 17 kap., directive 2006/112/EC art. 226(3)',
  why: 'A seller who charges tax gives the number under which it does, which is not the organisation number alone.',
  passes: ['seller SE'],
  fails: ['seller SE', 'unsay SE556677889901'],
  find: (evidence) => {
    const { seller } = evidence.invoice;
    return seller?.vatRegistered === true && /^\d{10}$/.test(seller.organizationNumber)
      ? findUnsaid(evidence, 'SE', 'seller', `SE${seller.organizationNumber}01`)
      : [];
  },
};
