import { type LabelRole, PHRASES } from './vocabulary.ts';

/** The role of a fact: its name without line number, rate key or page. */
export function toRole(fact: string): LabelRole | null {
  const role = dropPlace(fact);
  return ROLES.has(role) ? (role as LabelRole) : null;
}

function dropPlace(fact: string): string {
  if (fact.startsWith('line.')) return fact.replace(/^line\.\d+\./, 'line.');
  if (fact.startsWith('vat.')) return fact.replace(/^vat\..+\.(?=rate$|net$|vat$)/, 'vat.');
  return fact.startsWith('carriedForward.') ? fact.replace(/^carriedForward\.\d+$/, 'carriedForward') : fact;
}

/** The fact of the same line or rate that has another role; the role itself where it has neither. */
export function toSibling(fact: string, role: LabelRole): string {
  const own = /^line\.\d+\.|^vat\..+\.(?=rate$|net$|vat$)/.exec(fact)?.[0] ?? '';
  const [, kind, rest] = /^(?:(line|vat)\.)(.+)$/.exec(role) ?? [];
  return kind !== undefined && own.startsWith(`${kind}.`) ? own + rest : role;
}

/** A discount's word and a currency's stand where they will, and no fact is the sum of a rate with its VAT. */
const LOOSE: readonly LabelRole[] = ['line.discount', 'currency', 'vat.gross'];

const ROLES: ReadonlySet<string> = new Set(
  [...PHRASES.values()].flatMap((roles) => [...roles]).filter((role) => !LOOSE.includes(role)),
);
