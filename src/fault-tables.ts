import { barcodeFaults } from './barcode/index.ts';
import { batchFaults } from './batch/index.ts';
import { clientFaults, dinteroFaults } from './dintero/index.ts';
import { documentFaults } from './document/index.ts';
import { drawingFaults } from './drawing/index.ts';
import { eInvoiceFaults } from './einvoice/index.ts';
import { engineFaults } from './engine-faults.ts';
import { fileFaults } from './files/index.ts';
import { invoiceFaults } from './invoice/index.ts';
import { layoutFaults } from './layout/index.ts';
import { lintFaults } from './lint-template.ts';
import { markFaults } from './marked-facts.ts';
import { paintFaults } from './paint/index.ts';
import { proofFaults } from './prove-rendered.ts';
import { queueFaults } from './queue/index.ts';
import { snapshotFaults } from './snapshot/index.ts';
import { templateFaults } from './template/index.ts';
import { textFaults } from './text/index.ts';

/** Every fault below the command line, by the part of the house that throws it. */
export const faultTables = {
  dintero: dinteroFaults,
  client: clientFaults,
  invoice: invoiceFaults,
  template: templateFaults,
  document: documentFaults,
  text: textFaults,
  barcode: barcodeFaults,
  drawing: drawingFaults,
  layout: layoutFaults,
  paint: paintFaults,
  eInvoice: eInvoiceFaults,
  files: fileFaults,
  batch: batchFaults,
  queue: queueFaults,
  snapshot: snapshotFaults,
  engine: { ...engineFaults, ...markFaults, ...lintFaults, ...proofFaults },
} as const;

type Tables = typeof faultTables;

/** Every code that the library throws. */
export type FaultCode = { [Folder in keyof Tables]: keyof Tables[Folder] & string }[keyof Tables];
