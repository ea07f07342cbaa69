import { encodeFileStem, Fault } from '../base/index.ts';
import type { Engine } from '../engine.ts';
import type { Disk } from '../files/index.ts';
import { readSource } from '../read-source.ts';
import { toDiskFault } from './disk-fault.ts';
import { batchFaults } from './faults.ts';
import { type RecordFault, toRecordFault, type WorkOrder, type WorkResult } from './record.ts';
import { isIntact, stageDocument } from './stage-document.ts';

export interface MakeSettings {
  readonly force: boolean;
  readonly disk: Disk;
  /** Whether the e-invoice is wanted alone too. */
  readonly xml: boolean;
  readonly clock: () => number;
  /** The engine for a record's brand, or for a record that names none. */
  readonly engineFor: (brandKey: string | null) => Promise<Engine>;
}

/**
 * What a worker does with one record: make the document, prove it, and put it on the disk under a temporary name. Never
 * throws: every way it can end is a result.
 */
export async function makeDocument(order: WorkOrder, settings: MakeSettings): Promise<WorkResult> {
  const started = settings.clock();
  const elapsed = () => Math.round((settings.clock() - started) * 10) / 10;
  try {
    if (order.known !== null && order.out !== null && isIntact(order.known, { out: order.out, disk: settings.disk })) {
      return { kind: 'intact', ms: elapsed() };
    }
    const source = readSource(order.bytes);
    const engine = await settings.engineFor(source.brandKey);
    if (order.out === null) {
      const { number } = engine.layOut(source).invoice;
      return { kind: 'checked', invoiceNumber: number, file: toFileName(number), ms: elapsed() };
    }
    const { pdf, invoice, sha256, eInvoice } = engine.render(source);
    const { verdict, findings } = await engine.validate(pdf, source, { strict: true, rerender: false });
    if (verdict === 'invalid') return { kind: 'mismatch', invoiceNumber: invoice.number, findings, ms: elapsed() };
    const made = {
      invoiceNumber: invoice.number,
      file: toFileName(invoice.number),
      sha256,
      bytes: pdf.length,
      ...(settings.xml && eInvoice !== null ? { xml: eInvoice.bytes } : {}),
    };
    const { force, disk } = settings;
    return stageDocument(pdf, { ...made, ms: elapsed() }, { out: order.out, force, disk });
  } catch (error) {
    const diskFault = toDiskFault(error, order.out ?? '.');
    if (diskFault !== null) return { kind: 'hopeless', fault: toRecordFault(diskFault) };
    return { kind: 'refused', fault: toFault(error), ms: elapsed() };
  }
}

function toFileName(invoiceNumber: string): string {
  return `${encodeFileStem(invoiceNumber)}.pdf`;
}

function toFault(error: unknown): RecordFault {
  if (error instanceof Fault) return toRecordFault(error);
  const message = error instanceof Error ? error.message : String(error);
  return toRecordFault(batchFaults.RECORD_CRASHED({ message: `Unexpected failure inside fakturapress: ${message}` }));
}
