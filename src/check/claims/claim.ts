import type { CalendarDate, MinorUnits } from '../../base/index.ts';
import type { Spot } from '../rule.ts';

/** What a payer goes by, and what every invoice of whatever maker says under a name that is known. */
export const CLAIM_FIELDS = ['invoiceNumber', 'kid', 'bban', 'iban', 'dueDate', 'payable'] as const;

export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** A value as it was read, in the form that two of them are compared in. */
export type ClaimValue =
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  /** `currencies` are those that the printed one may stand for; null where none is printed. */
  | { readonly kind: 'money'; readonly minor: MinorUnits; readonly currencies: readonly string[] | null };

/** A statement that a document makes without marking it: words of a label, and beside or beneath them a value. */
export interface Claim extends Spot {
  readonly field: ClaimField;
  /** The value as printed. */
  readonly text: string;
  /** Every way in which it can be read; seldom more than one. */
  readonly values: readonly ClaimValue[];
  /** The label as printed; null for a value that tells by its own form what it is. */
  readonly label: string | null;
  /** Whether label or form leave no doubt: `Beløp` names many things, `Å betale` one. */
  readonly sure: boolean;
}

/** Whether two values are the same; of amounts, where only one prints its currency, the figures alone. */
export function sameValue(one: ClaimValue, other: ClaimValue): boolean {
  if (one.kind === 'reference') return other.kind === 'reference' && one.reference === other.reference;
  if (one.kind === 'date') return other.kind === 'date' && one.date === other.date;
  if (other.kind !== 'money' || one.minor !== other.minor) return false;
  const { currencies } = other;
  return one.currencies === null || currencies === null || one.currencies.some((own) => currencies.includes(own));
}
