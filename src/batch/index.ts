/**
 * Floor 7: many records on one machine. Comes in: sources and a folder. Goes out: documents, a manifest and a journal of
 * errors, and word of each record. Never here: how a document is made, or what a person is told.
 */
export type { BatchOptions } from './batch-options.ts';
export { countRecords } from './count-records.ts';
export { batchFaults } from './faults.ts';
export type { Identity } from './identify.ts';
export { loadIdentity } from './load-identity.ts';
export type { BatchSources } from './read-records.ts';
export {
  type BatchRecord,
  type BatchSummary,
  type RecordFault,
  toRecordFault,
  type WorkOrder,
  type WorkResult,
} from './record.ts';
export { type BatchParts, runBatch, runBatchWith } from './run-batch.ts';
export type { Placing, Sink } from './sink.ts';
export { isIntact, stageDocument } from './stage-document.ts';
export { startWorkerPool, type WorkerSettings, type Workers } from './worker-pool.ts';
