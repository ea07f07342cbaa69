/**
 * Floor 8, and the entry point `fakturapress/queue`: many records on many machines. Comes in: sources, an output and the
 * address of a Redis. Goes out: what `runBatch` gives. Never here: how a document is made or where it is put.
 */
export { Fault } from '../base/index.ts';
export type { BatchRecord, BatchSummary } from '../batch/index.ts';
export { enqueueBatch, type QueuedBatchOptions } from './enqueue-batch.ts';
export { queueFaults } from './faults.ts';
export { type JobReport, type QueueWorker, type QueueWorkerOptions, startQueueWorker } from './queue-worker.ts';
