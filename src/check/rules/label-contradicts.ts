import { isDeepStrictEqual } from 'node:util';
import type { Evidence, Print } from '../evidence.ts';
import { type Label, type LabelRole, namesOf, toRole, toSibling } from '../labels/index.ts';

import { type Discovery, discover, type Rule } from '../rule.ts';

export const labelContradicts: Rule = {
  id: 'label-contradicts',
  channel: 'structure',
  severity: 'error',
  why: 'A right figure under a wrong name has the KID typed as the account and the net sum paid for the gross one.',
  passes: ['label kid = Payment reference'],
  fails: ['label kid = Kontonummer'],
  find: findContradictions,
};

/** One finding a print, and of a column whose heading is wrong its first cell's. */
function findContradictions(evidence: Evidence): Discovery[] {
  const told = new Set<string>();
  const names = new Map<string, ReadonlySet<LabelRole> | null>();
  const read = ({ text }: Label) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const named = namesOf(text);
    names.set(text, named);
    return named;
  };
  return evidence.prints.flatMap((print) => {
    const role = toRole(print.name);
    if (role === null || print.fact === null) return [];
    const label = evidence.labelsOf(print).find((candidate) => namesAnother(read(candidate), role, print, evidence));
    if (label === undefined || told.has(`${role} ${label.text}`)) return [];
    told.add(`${role} ${label.text}`);
    const seen = label.by === 'sight' ? 'to the eye' : 'by the structure';
    const saying = { found: `label "${label.text}" (${seen})`, where: print.name, expected: 'one that names it' };
    return [discover({ field: print.name, found: label.text, at: print, saying })];
  });
}

/** Whether a label names something, but neither this fact nor one that is the same figure. */
function namesAnother(
  named: ReadonlySet<LabelRole> | null,
  role: LabelRole,
  print: Print,
  { facts }: Evidence,
): boolean {
  if (named === null || named.has(role)) return false;
  return ![...named].some((other) =>
    isDeepStrictEqual(facts.get(toSibling(print.name, other))?.value, print.fact?.value),
  );
}
