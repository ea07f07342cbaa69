import type { Fact, FactValue } from '../../invoice/index.ts';
import { CLAIM_FIELDS, type Claim, type ClaimField, type ClaimValue, sameValue } from './claim.ts';

/** What an unmarked document says of one field, held against what it must say. */
export interface ClaimVerdict {
  readonly field: ClaimField;
  readonly expected: FactValue;
  /** Claims that say so. */
  readonly right: readonly Claim[];
  /** Claims under a sure label that say something else. */
  readonly wrong: readonly Claim[];
  /** Claims that may be of something else, for telling what was seen where nothing right was. */
  readonly doubtful: readonly Claim[];
}

/** Holds claims against the facts of a session; fields that the session has no fact for are left out. */
export function judgeClaims(claims: readonly Claim[], facts: ReadonlyMap<string, Fact>): readonly ClaimVerdict[] {
  return CLAIM_FIELDS.flatMap((field) => {
    const expected = facts.get(field)?.value;
    const value = expected === undefined ? null : toClaimValue(expected);
    if (expected === undefined || value === null) return [];
    const own = claims.filter((claim) => claim.field === field);
    const says = (claim: Claim) => claim.values.some((each) => sameValue(each, value));
    const others = own.filter((claim) => !says(claim));
    const [wrong, doubtful] = [others.filter(({ sure }) => sure), others.filter(({ sure }) => !sure)];
    return [{ field, expected, right: own.filter(says), wrong, doubtful }];
  });
}

/** A fact's value in the form that printed ones are compared in; null for kinds that no claim is made of. */
function toClaimValue(value: FactValue): ClaimValue | null {
  switch (value.kind) {
    case 'reference':
      return { kind: 'reference', reference: toBare(value) };
    case 'date':
      return { kind: 'date', date: value.date };
    case 'money':
      return { kind: 'money', minor: value.minor, currencies: [value.currency] };
    default:
      return null;
  }
}

/** As `readValue` leaves it: digits of an account, all else without spaces. */
function toBare({ reference, scheme }: FactValue & { readonly kind: 'reference' }): string {
  return scheme === 'bban' ? reference.replace(/\D/gu, '') : reference.replace(/\s/gu, '');
}
