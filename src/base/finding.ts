import type { Box } from './geometry.ts';

/** How a finding came to light. */
export type Channel = 'text' | 'structure' | 'barcode' | 'attachment' | 'metadata' | 'bytes' | 'visual' | 'source';

/** One difference between a document and its session. Findings are values; they are never thrown. */
export interface Finding {
  /** Stable id of the rule that found it, never reused; see `docs/rules.md`. */
  readonly ruleId: string;
  readonly severity: 'error' | 'warning';
  readonly channel: Channel;
  /** The fact or input field concerned, such as `payable` or `line.3.amount`; null where none is. */
  readonly field: string | null;
  /** What the session says, as a person would read it. */
  readonly expected: string | null;
  /** What the document says, as a person would read it. */
  readonly found: string | null;
  /** Page number from 1. */
  readonly page: number | null;
  /** Points from the top left corner of the page. */
  readonly box: Box | null;
  /** *Unexpected A in B, expected C*. */
  readonly message: string;
}

/** The channels by which a document itself can speak. */
export type SpokenChannel = Exclude<Channel, 'bytes' | 'source'>;

/**
 * How a channel could be heard: `marked`, facts marked as such; `labelled`, facts found by the words beside them, as in
 * documents of other makers; `heard`, whatever it carries was held against the session; `silent`, it carries nothing;
 * `unasked`, it was not looked at, as sight where validation is not strict.
 */
export type Voice = 'marked' | 'labelled' | 'heard' | 'silent' | 'unasked';

/** Of each channel, how it could be heard. */
export type Voices = Readonly<Record<SpokenChannel, Voice>>;

/** Of a document that was not read. */
const UNHEARD: Voices = {
  text: 'silent',
  structure: 'silent',
  barcode: 'silent',
  attachment: 'silent',
  metadata: 'silent',
  visual: 'unasked',
};

/** The validator's answer about one document. */
export interface Report {
  /** `invalid` as soon as one finding is an error. */
  readonly verdict: 'valid' | 'invalid';
  readonly findings: readonly Finding[];
  /** Every fact that was read from the document and proven, by name, as printed. */
  readonly facts: Readonly<Record<string, string>>;
  /** Which channels could speak, and how: what is silent proves nothing. */
  readonly channels: Voices;
}

/** Sums findings up into a report. */
export function toReport(
  findings: readonly Finding[],
  facts: Readonly<Record<string, string>>,
  channels: Voices = UNHEARD,
): Report {
  return { verdict: findings.some((f) => f.severity === 'error') ? 'invalid' : 'valid', findings, facts, channels };
}
