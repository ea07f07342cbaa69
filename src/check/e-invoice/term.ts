import type { Decimal, MinorUnits } from '../../base/index.ts';

/** How a leaf's text is read before it is compared. */
export type Reading = 'text' | 'number' | 'day';

/**
 * What one leaf must say: a text in its canonical form, or one of several forms of the same; null where it must be
 * absent; undefined where the session does not decide, and anything may stand.
 */
export type Expectation =
  | string
  | { readonly says: string; readonly accepts: (text: string) => boolean }
  | null
  | undefined;

/** One leaf of a syntax: where it stands, which fact of the invoice it states, and what that makes it say. */
export interface Term<Subject> {
  readonly path: string;
  readonly field: string;
  readonly reading: Reading;
  /** Whether its absence is a finding where something is expected. */
  readonly required: boolean;
  readonly expect: (subject: Subject) => Expectation;
}

/** A leaf that a document must have where the session says something. */
export function must<Subject>(
  path: string,
  field: string,
  reading: Reading,
  expect: (subject: Subject) => Expectation,
): Term<Subject> {
  return { path, field, reading, required: true, expect };
}

/** A leaf that a document may have; if it does, it must be right. */
export function may<Subject>(
  path: string,
  field: string,
  reading: Reading,
  expect: (subject: Subject) => Expectation,
): Term<Subject> {
  return { path, field, reading, required: false, expect };
}

/** A code of the syntax itself, which says nothing of the session: one of a few values. */
export function code<Subject>(path: string, ...values: readonly string[]): Term<Subject> {
  const expectation = { says: values.join(' or '), accepts: (text: string) => values.includes(text) };
  return { path, field: path, reading: 'text', required: false, expect: () => expectation };
}

/** A number as XML writes it, in the one form in which numbers are compared; null where it is none. */
export function toCanonicalNumber(text: string): string | null {
  const parts = /^(-?)0*(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const decimals = fraction.replace(/0+$/, '');
  const magnitude = decimals === '' ? whole : `${whole}.${decimals}`;
  return magnitude === '0' ? '0' : `${sign}${magnitude}`;
}

/** An amount in the form in which numbers are compared. */
export function ofMinor(minor: MinorUnits): string {
  return ofDecimal({ units: minor, scale: 2 });
}

/** An exact decimal in the form in which numbers are compared. */
export function ofDecimal({ units, scale }: Decimal): string {
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return toCanonicalNumber(units < 0 ? `-${text}` : text) ?? '0';
}
