import { type Finding, type Report, toReport } from '../base/index.ts';
import type { Invoice } from '../invoice/index.ts';
import { type Reader, type Reading, readDocument, type UnreadableReason } from '../readback/index.ts';
import { checkDocument } from './check-document.ts';
import type { CheckContext } from './evidence.ts';

export interface ValidateOptions extends CheckContext {
  /** Reads the file; without one a reader is made for this file alone, which takes some 300 ms more. */
  readonly reader?: Reader;
  readonly signal?: AbortSignal;
  /** Instead of the reader's own; see `ReadOptions`. */
  readonly deadlineMs?: number;
}

/** Reads a file and holds it against its session. A file that cannot be read is a finding like any other. */
export async function validateDocument(
  bytes: Uint8Array,
  invoice: Invoice,
  { reader, signal, deadlineMs, ...context }: ValidateOptions = {},
): Promise<Report> {
  const options = {
    sights: context.strict ?? false,
    ...(signal === undefined ? {} : { signal }),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
  };
  return judgeReading(
    await (reader === undefined ? readDocument(bytes, options) : reader.read(bytes, options)),
    invoice,
    context,
  );
}

/** Holds what a reading gave up against the session, for whoever has read the file for more than one reason. */
export function judgeReading(reading: Reading, invoice: Invoice, context: CheckContext): Report {
  if (reading.kind === 'read') return checkDocument(reading.document, invoice, context);
  return toReport([toUnreadableFinding(reading.reason, reading.detail)], {});
}

/** What a file that cannot be read is told as. Ids are as stable as those of the rules. */
export const UNREADABLE: Readonly<Record<UnreadableReason, { readonly ruleId: string; readonly expected: string }>> = {
  'too-large': { ruleId: 'file-too-large', expected: '20 MB at most' },
  encrypted: { ruleId: 'file-encrypted', expected: 'a file that anyone can open' },
  damaged: { ruleId: 'file-damaged', expected: 'a whole PDF' },
  empty: { ruleId: 'file-empty', expected: 'one page or more' },
  'too-many-pages': { ruleId: 'file-too-many-pages', expected: '2,000 pages at most' },
  deadline: { ruleId: 'reading-deadline', expected: 'one that is read in time' },
  memory: { ruleId: 'reading-memory', expected: 'one that is read within its memory' },
};

/** What a file that cannot be read is told as. */
export function toUnreadableFinding(reason: UnreadableReason, detail: string): Finding {
  const { ruleId, expected } = UNREADABLE[reason];
  return {
    ruleId,
    severity: 'error',
    channel: 'bytes',
    field: null,
    expected,
    found: detail,
    page: null,
    box: null,
    message: `Unexpected file (${detail}), expected ${expected}`,
  };
}
