import { type Report, toReport } from '../base/index.ts';
import type { Invoice } from '../invoice/index.ts';
import type { ReadDocument } from '../readback/index.ts';
import { type CheckContext, type Evidence, gatherEvidence } from './evidence.ts';
import { hearChannels } from './hear-channels.ts';
import { applyRule } from './rule.ts';
import { RULES } from './rules/index.ts';

/** Holds what a file says against what its session says. Never throws for a mismatch: findings are the answer. */
export function checkDocument(read: ReadDocument, invoice: Invoice, context: CheckContext = {}): Report {
  const evidence = gatherEvidence(read, invoice, context);
  const findings = RULES.flatMap((rule) => applyRule(rule, evidence));
  return toReport(findings, listProvenFacts(evidence), hearChannels(evidence));
}

/** Facts whose every print is right, or whose every sure label has the right value, as first printed. */
function listProvenFacts({ facts, prints, unmarked }: Evidence): Record<string, string> {
  if (unmarked !== null) {
    const agreed = unmarked.verdicts.filter(({ wrong }) => wrong.length === 0);
    return Object.fromEntries(agreed.flatMap(({ field, right: [claim] }) => (claim ? [[field, claim.text]] : [])));
  }
  const wrong = new Set(prints.filter((print) => !print.right).map((print) => print.name));
  const proven = new Map<string, string>();
  for (const print of prints) {
    if (!wrong.has(print.name) && !proven.has(print.name)) proven.set(print.name, print.text);
  }
  return Object.fromEntries(
    [...facts.keys()].flatMap((name) => {
      const text = proven.get(name);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}
