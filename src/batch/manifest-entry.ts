import type { BatchRecord } from './record.ts';

/** One line of `manifest.jsonl`. It holds nothing that differs from run to run, so equal runs give equal manifests. */
export interface ManifestEntry {
  readonly line: number;
  readonly input?: string;
  readonly invoiceNumber: string | null;
  readonly inputSha256: string | null;
  /** Identity of template, brand, options and version by which the document was made. */
  readonly settings: string;
  readonly file: string | null;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly verdict: BatchRecord['verdict'];
  readonly code?: string;
  readonly path?: string;
  readonly message?: string;
}

/** One line of `errors.jsonl`. */
export interface ErrorEntry {
  readonly line: number;
  readonly input?: string;
  readonly invoiceNumber: string | null;
  readonly code: string;
  readonly path?: string;
  readonly message: string;
}

/** What the manifest keeps of a record. Of a document that does not match its source, the first finding. */
export function toManifestEntry(record: BatchRecord, settings: string): ManifestEntry {
  const { line, input, invoiceNumber, inputSha256, file, sha256, bytes, verdict } = record;
  const finding = record.findings.find(({ severity }) => severity === 'error');
  const cause =
    record.fault ?? (finding === undefined ? null : { ...finding, code: finding.ruleId, path: finding.field });
  return {
    line,
    ...(input === null ? {} : { input }),
    invoiceNumber,
    inputSha256,
    settings,
    file,
    sha256,
    bytes,
    verdict,
    ...(cause === null ? {} : { code: cause.code }),
    ...(cause?.path == null ? {} : { path: cause.path }),
    ...(cause === null ? {} : { message: cause.message }),
  };
}

/** What the journal of errors keeps of it; null where there was none. */
export function toErrorEntry(entry: ManifestEntry): ErrorEntry | null {
  const { line, input, invoiceNumber, code, path, message } = entry;
  if (code === undefined) return null;
  return {
    line,
    ...(input === undefined ? {} : { input }),
    invoiceNumber,
    code,
    ...(path === undefined ? {} : { path }),
    message: message ?? '',
  };
}

/** Reads a line of a manifest; null for one that was torn or that is not ours. */
export function parseManifestEntry(bytes: Uint8Array): ManifestEntry | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof json !== 'object' || json === null || !('line' in json) || !('verdict' in json)) return null;
    const entry = json as ManifestEntry;
    const isPlainName = typeof entry.file === 'string' && /^[^./\\][^/\\]*\.pdf$/.test(entry.file);
    // A file elsewhere is none that we wrote, whatever the line says.
    return entry.file === null || isPlainName ? entry : null;
  } catch {
    return null;
  }
}
