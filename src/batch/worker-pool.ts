import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type PiscinaModule from 'piscina';
import type { EngineOptions } from '../engine.ts';
import { batchFaults } from './faults.ts';
import type { Identity } from './identify.ts';
import { WORKER_HEAP_MB, WORKER_START_MS, WORKER_YOUNG_MB } from './limits.ts';
import { toRecordFault, type WorkOrder, type WorkResult } from './record.ts';

/** Piscina is loaded with the first batch: nothing else has threads that make documents. */
const require = createRequire(import.meta.url);

/** What every worker is made with; plain data, since it crosses threads. */
export interface WorkerSettings {
  readonly engine: EngineOptions;
  readonly brands: string | null;
  readonly force: boolean;
  /** Whether workers hand over the e-invoice beside the document. */
  readonly xml: boolean;
}

/** Those who make the documents. */
export interface Workers {
  /** Records that they like to have in hand at once, so that none of them waits for the next. */
  readonly capacity: number;
  /** Identity of what they make documents by; loads the engine, which the run's own thread does not. */
  identify(): Promise<Identity>;
  /** Always answers: a worker that dies or hangs is replaced, and its record is refused. */
  run(order: WorkOrder): Promise<WorkResult>;
  /** Takes back the records that nobody has begun with; where they wait long for somebody who does. */
  withdraw?(): Promise<void>;
  /** Ends them, whatever they are doing. */
  close(): Promise<void>;
}

/** Threads with an engine each. A document's deadline counts from when its worker begins with it. */
export function startWorkerPool(
  settings: WorkerSettings,
  jobs: number,
  deadlineMs: number,
  file: URL = new URL('./worker.js', import.meta.url),
): Workers {
  const { Piscina } = require('piscina') as typeof PiscinaModule;
  const pool = new Piscina<WorkOrder | null, WorkResult | Identity>({
    filename: fileURLToPath(file),
    name: 'workOn',
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: 1,
    // A waiting worker must go on hearing, not sleep on a lock.
    atomics: 'disabled',
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: WORKER_YOUNG_MB },
    workerData: settings,
  });
  const beginnings = new Map<number, () => void>();
  pool.on('message', (message: { readonly begun: number }) => beginnings.get(message.begun)?.());
  // A worker that dies between two records takes none with it, and piscina replaces it.
  pool.on('error', () => undefined);

  async function run(order: WorkOrder): Promise<WorkResult> {
    const giveUp = new AbortController();
    let hasBegun = false;
    let timer = setTimeout(() => giveUp.abort(), WORKER_START_MS);
    beginnings.set(order.line, () => {
      hasBegun = true;
      clearTimeout(timer);
      timer = setTimeout(() => giveUp.abort(), deadlineMs);
    });
    try {
      const settled = pool.run(order, { signal: giveUp.signal, transferList: [order.bytes.buffer] });
      return (await settled) as WorkResult;
    } catch (error) {
      const fault =
        giveUp.signal.aborted && hasBegun
          ? batchFaults.DOCUMENT_DEADLINE({
              message: `Unexpected ${deadlineMs} ms without a document, expected it by then`,
            })
          : batchFaults.WORKER_DIED({ message: `Unexpected end of the record's worker (${describe(error)})` });
      return { kind: 'refused', fault: toRecordFault(fault), ms: deadlineMs };
    } finally {
      clearTimeout(timer);
      beginnings.delete(order.line);
    }
  }

  async function identify(): Promise<Identity> {
    try {
      const signal = AbortSignal.timeout(WORKER_START_MS);
      return (await pool.run(null, { name: 'identify', signal })) as Identity;
    } catch (error) {
      const message = `Unexpected end of a worker that was starting (${describe(error)})`;
      return { fault: toRecordFault(batchFaults.WORKER_DIED({ message })) };
    }
  }

  // Twice as many as there are workers, so that nobody waits for this thread to hand out the next record.
  return { capacity: jobs * 2, identify, run, close: () => pool.destroy() };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
