import type { ProvenFact } from '../messages.ts';

/** Facts that belong together, in the order that people look for them; a name stands for all that begin with it. */
const GROUPS: readonly (readonly [name: string, facts: readonly string[]])[] = [
  ['Payment', ['payable', 'dueDate', 'bban', 'kid', 'payee', 'iban', 'bic']],
  [
    'Document',
    [
      'kind',
      'invoiceNumber',
      'originalInvoice',
      'invoiceDate',
      'deliveryDate',
      'orderReference',
      'buyerReference',
      'currency',
    ],
  ],
  [
    'Totals',
    [
      'netTotal',
      'vatTotal',
      'vatTotalNational',
      'rounding',
      'grossTotal',
      'prepaid',
      'vat.',
      'exemption.',
      'carriedForward.',
    ],
  ],
  ['Seller', ['seller.']],
  ['Buyer', ['buyer.']],
  ['Lines', ['line.']],
];

export interface FactGroup {
  readonly name: string;
  readonly facts: readonly ProvenFact[];
  readonly wrong: number;
}

/** The proven facts by group, with how many of each group are wrong. Facts that fit nowhere come last. */
export function groupFacts(proven: readonly ProvenFact[], wrong: readonly (string | null)[]): readonly FactGroup[] {
  const groups: FactGroup[] = GROUPS.map(([name, names]) => ({
    name,
    facts: names.flatMap((one) => proven.filter((fact) => isOf(fact.name, one))),
    wrong: wrong.filter((fact) => fact !== null && names.some((one) => isOf(fact, one))).length,
  }));
  const rest = proven.filter((fact) => !GROUPS.some(([, names]) => names.some((one) => isOf(fact.name, one))));
  return [...groups, { name: 'Other', facts: rest, wrong: 0 }].filter(({ facts, wrong: n }) => facts.length + n > 0);
}

function isOf(fact: string, name: string): boolean {
  return name.endsWith('.') ? fact.startsWith(name) : fact === name;
}
