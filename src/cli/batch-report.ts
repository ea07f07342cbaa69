import { join } from 'node:path';
import type { BatchRecord, BatchSummary } from '../batch/index.ts';
import { describeCount, describeDuration, describeNumber, describePace, describeSize } from './amounts.ts';
import { EXIT, type ExitCode, toExitCode } from './exit-codes.ts';
import { alignColumns, type Terminal } from './terminal.ts';

const MAX_CODES = 5;

/** Counts what a batch does, record by record, and says it at the end. */
export class BatchReport {
  done = 0;
  failed = 0;
  #bytes = 0;
  #slowest: BatchRecord | null = null;
  readonly #codes = new Map<string, number>();
  #exitCode: ExitCode | null = null;

  add(record: BatchRecord): void {
    this.done += 1;
    this.#bytes += record.bytes ?? 0;
    if (this.#slowest === null || record.ms > this.#slowest.ms) this.#slowest = record;
    if (record.outcome !== 'failed') return;
    this.failed += 1;
    const code = codeOf(record);
    this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    const exitCode = record.fault === null ? EXIT.findings : toExitCode(record.fault.kind);
    if (this.#exitCode === null || exitCode < this.#exitCode) this.#exitCode = exitCode;
  }

  /** 0, 130, or the smallest code among the records' faults. */
  exitCode(summary: BatchSummary): ExitCode {
    return summary.stoppedBy === 'signal' ? EXIT.interrupted : (this.#exitCode ?? EXIT.ok);
  }

  toJson(summary: BatchSummary, exitCode: ExitCode, elapsedMs: number): object {
    const codes = Object.fromEntries(this.#codes);
    return { type: 'result', ...summary, exitCode, codes, bytes: this.#bytes, elapsedMs: Math.round(elapsedMs) };
  }

  print(terminal: Terminal, summary: BatchSummary, { out, total, elapsedMs }: ReportContext): void {
    const pace = (this.done / Math.max(1, elapsedMs)) * 1000;
    const counts = listCounts(summary);
    if (summary.stoppedBy !== null) {
      const of = total === null ? '' : ` of ${describeNumber(total)}`;
      const why =
        summary.stoppedBy === 'signal' ? 'interrupted' : `stopped after ${describeCount(this.failed, 'failure')}`;
      const advice = out === null ? '' : ' Nothing is lost: run the same command with --resume.';
      terminal.insist(`${terminal.mark('warning')} ${describeNumber(this.done)}${of} done, ${why}.${advice}`);
    } else {
      const columns = [
        `${terminal.mark('ok')} ${describeNumber(this.done)} ${this.done === 1 ? 'record' : 'records'}${counts}`,
        describeDuration(elapsedMs),
        describePace(pace),
        ...(this.#bytes === 0 ? [] : [describeSize(this.#bytes)]),
      ];
      terminal.result(columns.join('   '));
    }
    for (const line of alignColumns(this.#listPlaces(out))) terminal.result(line);
  }

  #listPlaces(out: string | null): string[][] {
    const codes = [...this.#codes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const shown = codes.slice(0, MAX_CODES).map(([code, count]) => `${code} ${describeNumber(count)}`);
    const words = [...shown, ...(codes.length > MAX_CODES ? ['…'] : [])].join(' · ');
    const slowest = this.#slowest;
    return [
      ...(this.failed === 0 ? [] : [['  failures', out === null ? '' : nameIn(out, 'errors.jsonl'), words]]),
      ...(out === null ? [] : [['  manifest', nameIn(out, 'manifest.jsonl')]]),
      ...(slowest === null
        ? []
        : [['  slowest', `${slowest.input ?? `line ${slowest.line}`}`, describeDuration(slowest.ms)]]),
    ];
  }
}

/** A file of the output, be that a folder or `s3://bucket/prefix`. */
function nameIn(out: string, file: string): string {
  return out.startsWith('s3://') ? `${out.replace(/\/$/, '')}/${file}` : join(out, file);
}

interface ReportContext {
  /** Null for a dry run. */
  readonly out: string | null;
  readonly total: number | null;
  readonly elapsedMs: number;
}

/** The stable code of a record's failure: its fault's, or the rule that its document breaks. */
export function codeOf(record: BatchRecord): string {
  return record.fault?.code ?? record.findings.find(({ severity }) => severity === 'error')?.ruleId ?? '';
}

function listCounts({ counts }: BatchSummary): string {
  const words = (['written', 'replaced', 'unchanged', 'checked', 'failed'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${describeNumber(counts[outcome])} ${outcome}`);
  const isIdle = counts.written + counts.replaced + counts.checked === 0 && counts.unchanged > 0;
  if (isIdle) words.push('nothing written');
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}
