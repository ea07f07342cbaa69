import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeWhole } from '../files/index.ts';
import { compareSnapshots, type Difference, parseSnapshot, printSnapshot } from '../snapshot/index.ts';
import type { Preview } from './render-preview.ts';

export interface SnapshotMatchOptions {
  /** Writes what was rendered, as `--update` does. Unless told, the environment's UPDATE_SNAPSHOTS decides. */
  readonly update?: boolean | undefined;
}

/** What a matcher answers: vitest and jest take it as it is. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/**
 * Holds a preview against the approved snapshot in a file, such as `preview/one-line.nb.txt`. Writes the file where there
 * is none yet, but never where CI is set; says in sentences what differs. A document that does not match its order never
 * passes, and is never approved.
 */
export function matchInvoiceSnapshot(
  preview: Preview,
  file: string,
  options: SnapshotMatchOptions = {},
): MatcherResult {
  const errors = preview.report.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const lines = errors.map(({ message, ruleId }) => `  ${message} (${ruleId})`);
    return fail(['The document does not match its order:', ...lines]);
  }
  const printed = printSnapshot(preview.snapshot);
  const isCi = (process.env['CI'] ?? '') !== '';
  const update = options.update ?? (process.env['UPDATE_SNAPSHOTS'] ?? '') !== '';
  if (!existsSync(file) && isCi && !update) return fail([`Nothing is approved yet in ${file}`]);
  if (update || !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeWhole(file, Buffer.from(printed), { force: true });
    return { pass: true, message: () => `${file} was written` };
  }
  const approved = parseSnapshot(readFileSync(file, 'utf8'), file);
  const differences = compareSnapshots(approved, preview.snapshot);
  if (differences.length === 0) return { pass: true, message: () => `The document looks as approved in ${file}` };
  return fail([
    `The document looks different from ${file}:`,
    ...differences.map(describe),
    'Approve it with UPDATE_SNAPSHOTS=1.',
  ]);
}

/** For `expect.extend(invoiceMatchers)`: `expect(preview).toMatchInvoiceSnapshot('preview/one-line.nb.txt')`. */
export const invoiceMatchers = { toMatchInvoiceSnapshot: matchInvoiceSnapshot };

function describe({ title, detail }: Difference): string {
  return `  ${title}${detail === '' ? '' : ` (${detail})`}`;
}

function fail(lines: readonly string[]): MatcherResult {
  return { pass: false, message: () => lines.join('\n') };
}
