import { fileFaults } from '../files/index.ts';
import { batchFaults } from './faults.ts';
import { Fingerprints, toFingerprint } from './fingerprints.ts';
import { NameClaims } from './name-claims.ts';
import {
  type BatchRecord,
  type MadeDocument,
  type RecordFault,
  type RecordPlace,
  toRecordFault,
  type WorkResult,
} from './record.ts';
import type { Sink } from './sink.ts';
import type { XmlFolder } from './xml-folder.ts';

/** A record with what its worker answered. */
export interface WorkedRecord extends RecordPlace {
  readonly inputSha256: string | null;
  readonly known: { readonly file: string; readonly sha256: string; readonly bytes: number | null } | null;
  readonly knownNumber: string | null;
  readonly result: Exclude<WorkResult, { readonly kind: 'hopeless' | 'withdrawn' }>;
}

/**
 * Decides what becomes of each record, one after another in the order of the records: who gets a name, who comes too late
 * for it, who is where he was. `sink` is null for a run that writes nothing.
 */
export function createSettler(
  sink: Sink | null,
  xml: XmlFolder | null = null,
): (record: WorkedRecord) => Promise<BatchRecord> {
  const claims = new NameClaims();
  /** In a run that writes nothing there are no bytes to compare, so the inputs are. */
  const inputs = new Fingerprints();

  async function settleDocument(record: WorkedRecord, made: MadeDocument, kind: 'staged' | 'same' | 'occupied') {
    if (sink === null) return failed(record, made.invoiceNumber, toDuplicate(made));
    const temporary = record.result.kind === 'staged' ? record.result.temporary : null;
    const document = { ...made, temporary, isSame: kind === 'same' };
    const claim = claims.claim(made.file);
    if (claim === 'differs-in-case') {
      await sink.discard(document);
      return failed(record, made.invoiceNumber, toNameConflict(made));
    }
    const placing = await sink.place(document, claim === 'repeat');
    if (placing.kind !== 'conflict') {
      if (made.xml !== undefined) xml?.place(made.file, made.xml);
      return succeeded(record, placing.kind, made);
    }
    return failed(record, made.invoiceNumber, CONFLICTS[placing.with](made));
  }

  return async (record) => {
    const { result } = record;
    switch (result.kind) {
      case 'staged':
      case 'same':
      case 'occupied':
        return settleDocument(record, result, result.kind);
      case 'intact':
        if (record.known === null) throw new TypeError('Unexpected answer: a file was intact that nobody had named');
        claims.claim(record.known.file);
        return succeeded(record, 'unchanged', { ...record.known, invoiceNumber: record.knownNumber ?? '' });
      case 'checked': {
        const claim = claims.claim(result.file);
        const input = toFingerprint(record.inputSha256 ?? '');
        if (claim === 'free') inputs.set(result.file, input);
        if (claim === 'differs-in-case') return failed(record, result.invoiceNumber, toNameConflict(result));
        if (claim === 'repeat' && inputs.get(result.file) !== input) {
          return failed(record, result.invoiceNumber, toDuplicate(result));
        }
        return succeeded(record, 'checked', { ...result, file: null, sha256: null, bytes: null });
      }
      case 'mismatch':
        return { ...failed(record, result.invoiceNumber, null), verdict: 'invalid', findings: result.findings };
      case 'refused':
        return failed(record, null, result.fault);
    }
  };
}

/** The fault of a record whose document gets no name, by who stands in its way. */
const CONFLICTS = { 'this-run': toDuplicate, earlier: toExists, nothing: toRefusedName } as const;

function succeeded(
  { line, input, inputSha256, result }: WorkedRecord,
  outcome: BatchRecord['outcome'],
  made: {
    readonly invoiceNumber: string;
    readonly file: string | null;
    readonly sha256: string | null;
    readonly bytes: number | null;
  },
): BatchRecord {
  const { invoiceNumber, file, sha256, bytes } = made;
  const document = { invoiceNumber, inputSha256, file, sha256, bytes };
  return { line, input, outcome, ...document, verdict: 'valid', fault: null, findings: [], ms: result.ms };
}

function failed(
  { line, input, inputSha256, result }: WorkedRecord,
  invoiceNumber: string | null,
  fault: RecordFault | null,
): BatchRecord {
  const nothing = { file: null, sha256: null, bytes: null };
  const { ms } = result;
  return {
    line,
    input,
    outcome: 'failed',
    invoiceNumber,
    inputSha256,
    ...nothing,
    verdict: 'failed',
    fault,
    findings: [],
    ms,
  };
}

function toDuplicate({ invoiceNumber }: { readonly invoiceNumber: string }): RecordFault {
  return toRecordFault(
    batchFaults.INVOICE_DUPLICATE({
      message: `Unexpected second record of invoice ${invoiceNumber} with other content, expected each number once`,
    }),
  );
}

function toNameConflict({
  invoiceNumber,
  file,
}: {
  readonly invoiceNumber: string;
  readonly file: string;
}): RecordFault {
  return toRecordFault(
    batchFaults.NAME_CONFLICT({
      message: `Unexpected file name ${file} of invoice ${invoiceNumber}, expected more than case between it and another's`,
    }),
  );
}

function toExists({ file }: MadeDocument): RecordFault {
  return toRecordFault(
    fileFaults.FILE_EXISTS({
      message: `Unexpected other bytes in ${file}, expected no file or the same document`,
      hint: 'Replace it with --force, or choose another folder.',
    }),
  );
}

/** Seen of a store that was killed between noting an object and putting it in its place. */
function toRefusedName({ file }: MadeDocument): RecordFault {
  return toRecordFault(
    batchFaults.STORE_REFUSED({
      message: `Unexpected refusal to write ${file} where the store says that nothing is, expected it to be taken`,
      hint: 'Have the store’s keeper mend what it notes of this object, then run the same command with --resume.',
    }),
  );
}
