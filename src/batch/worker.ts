import { parentPort, workerData } from 'node:worker_threads';
import { Fault } from '../base/index.ts';
import { disk } from '../files/index.ts';
import { createEngines } from './engines.ts';
import { type Identity, identify as identifyBy } from './identify.ts';
import { makeDocument } from './make-document.ts';
import { toRecordFault, type WorkOrder, type WorkResult } from './record.ts';
import type { WorkerSettings } from './worker-pool.ts';

const { engine, brands, force, xml } = workerData as WorkerSettings;
const engineFor = createEngines(engine, brands);
const settings = { force, xml, disk, clock: () => performance.now(), engineFor };

/** The run's own engine, made before the first record comes; what is wrong with it no record can help. */
const opening: Promise<Fault | null> = engineFor(null).then(
  () => null,
  (error: unknown) => {
    if (error instanceof Fault) return error;
    throw error;
  },
);

/** What piscina calls with each record. It says when it begins, since from then on this thread may be deaf. */
export const workOn = opening.then((fault) => async (order: WorkOrder): Promise<WorkResult> => {
  if (fault !== null) return { kind: 'hopeless', fault: toRecordFault(fault) };
  parentPort?.postMessage({ begun: order.line });
  return makeDocument(order, settings);
});

/** What piscina calls once a run. Only threads load the engine, so that the run's own stays small. */
export const identify = (): Identity => identifyBy({ engine, brands });
