import type { ProvenFact } from '../messages.ts';

/** Facts that belong together, in the order that people look for them. */
const GROUPS: readonly (readonly [name: string, facts: RegExp])[] = [
  ['Payment', /^(payable|dueDate|bban|kid|payee|iban|bic)$/],
  [
    'Document',
    /^(kind|invoiceNumber|originalInvoice|invoiceDate|deliveryDate|orderReference|buyerReference|currency)$/,
  ],
  ['Totals', /^(netTotal|vatTotal|grossTotal|rounding|prepaid|vatTotalNational|vat\.|exemption\.|carriedForward\.)/],
  ['Seller', /^seller\./],
  ['Buyer', /^buyer\./],
  ['Lines', /^line\./],
];

export interface FactGroup {
  readonly name: string;
  readonly facts: readonly ProvenFact[];
  readonly wrong: number;
}

/** The proven facts by group, with how many of each group are wrong. Facts that fit nowhere come last. */
export function groupFacts(proven: readonly ProvenFact[], wrong: readonly (string | null)[]): readonly FactGroup[] {
  const groups: FactGroup[] = GROUPS.map(([name, pattern]) => ({
    name,
    facts: proven.filter((fact) => pattern.test(fact.name)),
    wrong: wrong.filter((fact) => fact !== null && pattern.test(fact)).length,
  }));
  const rest = proven.filter((fact) => !GROUPS.some(([, pattern]) => pattern.test(fact.name)));
  return [...groups, { name: 'Other', facts: rest, wrong: 0 }].filter(({ facts, wrong: n }) => facts.length + n > 0);
}
