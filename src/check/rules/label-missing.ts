import type { Evidence } from '../evidence.ts';
import { type Label, type LabelRole, namesOf, sameLabel, toRole } from '../labels/index.ts';

import { type Discovery, discover, type Rule } from '../rule.ts';

export const labelMissing: Rule = {
  id: 'label-missing',
  channel: 'structure',
  severity: 'warning',
  why: 'Whoever pays looks for account, reference, sum and day by their names, so each has a word beside it that is known to name it.',
  passes: ['label dueDate = Betalingsfrist:'],
  fails: ['label dueDate = Husk'],
  find: findNameless,
};

/** What is typed into a payment, and what books are kept by. */
const NAMED: ReadonlySet<LabelRole> = new Set<LabelRole>([
  ...(['kid', 'bban', 'iban', 'bic', 'dueDate', 'invoiceDate', 'payable', 'netTotal', 'vatTotal'] as const),
]);

/** Each such fact once, if none of its prints has a name. */
function findNameless(evidence: Evidence): Discovery[] {
  const named = new Set<LabelRole>();
  const nameless = new Map<LabelRole, Discovery>();
  for (const print of evidence.prints) {
    const role = toRole(print.name);
    if (role === null || !NAMED.has(role) || named.has(role)) continue;
    const labels = evidence.labelsOf(print);
    if (labels.some((label) => isName(label, role, evidence))) {
      named.add(role);
    } else if (!nameless.has(role)) {
      const found = labels[0]?.text ?? null;
      const saying = { found: found === null ? 'no label' : `label "${found}"`, expected: 'a word that names it' };
      nameless.set(role, discover({ field: print.name, found, at: print, saying }));
    }
  }
  return [...nameless].filter(([role]) => !named.has(role)).map(([, discovery]) => discovery);
}

function isName(label: Label, role: LabelRole, { context: { labels = [] } }: Evidence): boolean {
  return namesOf(label.text) !== null || labels.some((own) => own.role === role && sameLabel(own.text, label.text));
}
