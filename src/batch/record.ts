import type { Fault, FaultJson, FaultKind, Finding } from '../base/index.ts';

/** Where a record stands in what was read: its line, or its place among a folder's files. */
export interface RecordPlace {
  /** Counts from 1. */
  readonly line: number;
  /** Name of the record's own file where the batch is a folder. */
  readonly input: string | null;
}

/** One record as it was read, before anything is known of its content. */
export type RawRecord = RecordPlace & ({ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly fault: Fault });

/** A fault as plain data, which crosses threads and stands in journals. */
export interface RecordFault extends FaultJson {
  readonly kind: FaultKind;
}

/** What a worker is asked to do with one record. */
export interface WorkOrder extends RecordPlace {
  /**
   * Folder in which the document is left under a temporary name. Null for a run that writes nothing: it reads, models and
   * lays out, which is where records fail.
   */
  readonly out: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The file that an earlier run wrote for this very record, to be trusted if its bytes are still the same. */
  readonly known: { readonly file: string; readonly sha256: string } | null;
}

/** What a worker answers. A document that is to be written lies in a temporary file, safe on the disk, without a name. */
export type WorkResult =
  | { readonly kind: 'intact'; readonly ms: number }
  | ({ readonly kind: 'staged'; readonly temporary: string } & MadeDocument)
  | ({ readonly kind: 'same' } & MadeDocument)
  | ({ readonly kind: 'occupied' } & MadeDocument)
  | { readonly kind: 'checked'; readonly invoiceNumber: string; readonly file: string; readonly ms: number }
  | {
      readonly kind: 'mismatch';
      readonly invoiceNumber: string;
      readonly findings: readonly Finding[];
      readonly ms: number;
    }
  | { readonly kind: 'refused'; readonly fault: RecordFault; readonly ms: number }
  /** Not this record's fault: no other record would fare better. */
  | { readonly kind: 'hopeless'; readonly fault: RecordFault }
  /** Nobody had begun with it when the run was stopped, so it was not come to. */
  | { readonly kind: 'withdrawn' };

/** A document that was rendered and proven. */
export interface MadeDocument {
  readonly invoiceNumber: string;
  /** Name of the file in the output folder. */
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly ms: number;
  /** Its e-invoice, where that is wanted alone too. */
  readonly xml?: Uint8Array;
}

/** What became of one record. */
export interface BatchRecord extends RecordPlace {
  readonly outcome: 'written' | 'replaced' | 'unchanged' | 'checked' | 'failed';
  readonly invoiceNumber: string | null;
  readonly inputSha256: string | null;
  readonly file: string | null;
  readonly sha256: string | null;
  /** Size of the document; null where none was made. */
  readonly bytes: number | null;
  /** `invalid`: the document did not match its source and was not written. `failed`: there is none. */
  readonly verdict: 'valid' | 'invalid' | 'failed';
  readonly fault: RecordFault | null;
  readonly findings: readonly Finding[];
  /** Time that a worker spent on it. */
  readonly ms: number;
}

/** How a run ended. */
export interface BatchSummary {
  /** Whether every record was come to. If not, `resume` goes on from here. */
  readonly finished: boolean;
  readonly stoppedBy: 'signal' | 'failures' | null;
  readonly records: number;
  readonly counts: Readonly<Record<BatchRecord['outcome'], number>>;
}

/** A fault as plain data. */
export function toRecordFault(fault: Fault): RecordFault {
  return { ...fault.toJSON(), kind: fault.kind };
}
