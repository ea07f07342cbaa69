import type { Channel, Finding } from '../base/index.ts';
import type { Evidence } from './evidence.ts';

/** One thing that must hold between a document and its session. */
export interface Rule {
  /** Stable, never reused. */
  readonly id: string;
  readonly channel: Channel;
  readonly severity: Finding['severity'];
  /** The provision that asks for it; rules of law have one. */
  readonly citation?: string;
  /** Why it matters, in one sentence. */
  readonly why: string;
  /** A variation of a right document that the rule lets pass, and one that it finds; the tests make both. */
  readonly passes: Example;
  readonly fails: Example;
  readonly find: (evidence: Evidence) => readonly Discovery[];
}

/** What was done to a right document, one edit a line; `test/check/specimen.ts` knows how to do it. */
export type Example = readonly string[];

/** A finding but for what its rule says of all its findings. */
export interface Discovery extends Omit<Finding, 'ruleId' | 'channel' | 'severity'> {
  /** Where one finding weighs otherwise than the rule. */
  readonly severity?: Finding['severity'];
}

/** Holds evidence against one rule. */
export function applyRule(rule: Rule, evidence: Evidence): Finding[] {
  return rule.find(evidence).map(({ severity = rule.severity, message, ...discovery }) => ({
    ruleId: rule.id,
    severity,
    channel: rule.channel,
    ...discovery,
    message: rule.citation === undefined ? message : `${message} (${rule.citation})`,
  }));
}

/** Where something stands; a print or a run will do. */
export interface Spot {
  readonly page: number;
  readonly box: Discovery['box'];
}

/**
 * A discovery whose message is put together from its parts: *Unexpected A in B, expected C*. `where` defaults to the
 * field; `found` and `expected` are quoted as they stand unless words are given for the message.
 */
export function discover(parts: {
  readonly field?: string | null;
  readonly expected?: string | null;
  readonly found?: string | null;
  readonly at?: Spot | null;
  readonly saying?: { readonly found?: string; readonly where?: string; readonly expected?: string };
}): Discovery {
  const { field = null, expected = null, found = null, at = null, saying = {} } = parts;
  const a = saying.found ?? (found === null ? 'absence' : `"${found}"`);
  const b = saying.where ?? field ?? 'the document';
  const c = saying.expected ?? (expected === null ? 'nothing' : `"${expected}"`);
  return {
    field,
    expected,
    found,
    page: at?.page ?? null,
    box: at?.box ?? null,
    message: `Unexpected ${a} in ${b}${at === null ? '' : ` on page ${at.page}`}, expected ${c}`,
  };
}
