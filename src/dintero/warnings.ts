import type { Finding } from '../base/index.ts';

/** A doubt about the source that does not stop the document. */
export interface Doubt {
  /** Stable id, beginning with `source-`. */
  readonly ruleId: `source-${string}`;
  /** Path into the source, or the fact concerned. */
  readonly field: string;
  readonly expected?: string;
  readonly found?: string;
  /** *Unexpected A in B, expected C*; never a secret or a national identity number. */
  readonly message: string;
}

/** Takes doubts down while an invoice is made. */
export type Warn = (doubt: Doubt) => void;

/** The doubt as a warning of the channel `source`. */
export function toWarning(doubt: Doubt): Finding {
  return {
    ruleId: doubt.ruleId,
    severity: 'warning',
    channel: 'source',
    field: doubt.field,
    expected: doubt.expected ?? null,
    found: doubt.found ?? null,
    page: null,
    box: null,
    message: doubt.message,
  };
}
