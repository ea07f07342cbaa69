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
  const read = rememberNames();
  return evidence.prints.flatMap((print) => {
    const role = toRole(print.name);
    if (role === null || print.fact === null) return [];
    const label = findContradiction(evidence.labelsOf(print), (text) => judge(read(text), role, print, evidence));
    if (label === null || told.has(`${role} ${label.text}`)) return [];
    told.add(`${role} ${label.text}`);
    const seen = label.by === 'sight' ? 'to the eye' : 'by the structure';
    const saying = { found: `label "${label.text}" (${seen})`, where: print.name, expected: 'one that names it' };
    return [discover({ field: print.name, found: label.text, at: print, saying })];
  });
}

type Judgement = 'right' | 'another' | 'unknown';

/** Of several labels, such as a row's and a column's, one that is right is enough; but to ear and eye alike. */
function findContradiction(labels: readonly Label[], judgeText: (text: string) => Judgement): Label | null {
  for (const way of ['structure', 'sight'] as const) {
    const judged = labels.filter(({ by }) => by === way).map((label) => ({ label, judgement: judgeText(label.text) }));
    if (judged.some(({ judgement }) => judgement === 'right')) continue;
    const wrong = judged.find(({ judgement }) => judgement === 'another');
    if (wrong !== undefined) return wrong.label;
  }
  return null;
}

/** Whether what a label names is this fact, or one that is the same figure. */
function judge(named: ReadonlySet<LabelRole> | null, role: LabelRole, print: Print, { facts }: Evidence): Judgement {
  if (named === null) return 'unknown';
  if (named.has(role)) return 'right';
  const isSame = (other: LabelRole) =>
    isDeepStrictEqual(facts.get(toSibling(print.name, other))?.value, print.fact?.value);
  return [...named].some(isSame) ? 'right' : 'another';
}

/** Reads each text once: one heading stands over many lines. */
function rememberNames(): (text: string) => ReadonlySet<LabelRole> | null {
  const names = new Map<string, ReadonlySet<LabelRole> | null>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const named = namesOf(text);
    names.set(text, named);
    return named;
  };
}
